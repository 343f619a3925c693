import type { JSX } from 'preact'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { useDictionary } from '../../ui/page-context.ts'

interface FiguresProps {
  readonly title: string
  readonly conferences: number
  readonly people: number
  /** What tests hold on to. */
  readonly name: 'now' | 'working-day'
}

/** Two numbers, large. */
export function Figures({ title, conferences, people, name }: FiguresProps): JSX.Element {
  const { language } = useDictionary()
  const { stats } = useFurtherWords()
  const written = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  return (
    <section class="figures" data-figures={name}>
      <h2>{title}</h2>
      <dl>
        <div>
          <dt>{stats.conferences}</dt>
          <dd data-figure="conferences">{written.format(conferences)}</dd>
        </div>
        <div>
          <dt>{stats.people}</dt>
          <dd data-figure="people">{written.format(people)}</dd>
        </div>
      </dl>
    </section>
  )
}
