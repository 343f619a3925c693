import type { JSX } from 'preact'
import type { Statistics } from '../../../protocol/http/statistics.ts'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { useDictionary } from '../../ui/page-context.ts'
import { BarChart } from './bar-chart.tsx'
import { Figures } from './figures.tsx'
import { FiguresTable } from './figures-table.tsx'

const WHAT = ['conferences', 'people'] as const

/** All that is published: now, on average, by day and by year. */
export function Published({ statistics }: { readonly statistics: Statistics }): JSX.Element {
  const { stats } = useFurtherWords()
  const { now, workingDay, days, years } = statistics
  return (
    <>
      <div class="figures-row">
        <Figures title={stats.now} {...now} name="now" />
        {workingDay && <Figures title={stats.workingDay} {...workingDay} name="working-day" />}
      </div>
      {days.length === 0 ? <p>{stats.nothing}</p> : <Days days={days} />}
      {years.length > 0 && <Years years={years} />}
    </>
  )
}

function Years({ years }: Pick<Statistics, 'years'>): JSX.Element {
  const { stats } = useFurtherWords()
  const rows = years.map(({ year, ...figures }) => ({ at: String(year), ...figures }))
  return (
    <section class="stack" data-figures="years">
      <h2>{stats.years}</h2>
      {rows.length > 1 && <Charts rows={rows} inWords={stats.mostOfYears} />}
      <FiguresTable title={stats.years} of={stats.year} rows={rows} />
    </section>
  )
}

function Days({ days }: Pick<Statistics, 'days'>): JSX.Element {
  const { language } = useDictionary()
  const { stats } = useFurtherWords()
  const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  const rows = days.map(({ day, ...figures }, i) => ({
    at: format.format(new Date(day)),
    ...figures,
    note: i === days.length - 1 ? stats.unfinished : undefined,
  }))
  return (
    <section class="stack" data-figures="days">
      <h2>{stats.days}</h2>
      <Charts rows={rows} inWords={stats.most} />
      <details>
        <summary>{stats.asTable}</summary>
        <FiguresTable title={stats.days} of={stats.day} rows={rows.toReversed()} />
      </details>
    </section>
  )
}

interface ChartsProps {
  readonly rows: readonly { readonly at: string; readonly conferences: number; readonly people: number }[]
  readonly inWords: (most: string, at: string) => string
}

/** A chart of conferences, and one of people. */
function Charts({ rows, inWords }: ChartsProps): JSX.Element {
  const { stats } = useFurtherWords()
  return (
    <div class="charts">
      {WHAT.map((what) => (
        <BarChart
          key={what}
          title={stats[what]}
          values={rows.map((row) => ({ at: row.at, value: row[what] }))}
          inWords={inWords}
        />
      ))}
    </div>
  )
}
