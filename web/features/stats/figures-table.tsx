import type { JSX } from 'preact'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { useDictionary } from '../../ui/page-context.ts'

interface FiguresRow {
  readonly at: string
  readonly conferences: number
  readonly people: number
  readonly note?: string | undefined
}

interface FiguresTableProps {
  readonly title: string
  /** What its first column is. */
  readonly of: string
  readonly rows: readonly FiguresRow[]
}

/** Conferences and people, a row for each day or year. */
export function FiguresTable({ title, of, rows }: FiguresTableProps): JSX.Element {
  const { language } = useDictionary()
  const { stats } = useFurtherWords()
  const written = new Intl.NumberFormat(language)
  return (
    <table class="figures-table">
      <caption class="visually-hidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{of}</th>
          <th scope="col">{stats.conferences}</th>
          <th scope="col">{stats.people}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ at, conferences, people, note }) => (
          <tr key={at}>
            <th scope="row">
              {at}
              {note && <span class="quiet"> ({note})</span>}
            </th>
            <td>{written.format(conferences)}</td>
            <td>{written.format(people)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
