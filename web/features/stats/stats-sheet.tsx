import type { JSX } from 'preact'
import * as v from 'valibot'
import { Statistics } from '../../../protocol/http/statistics.ts'
import { usePublished } from '../../ui/hooks/use-published.ts'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { Masthead } from '../../ui/masthead.tsx'
import { useDictionary } from '../../ui/page-context.ts'
import { Foot } from '../site/foot.tsx'
import { Published } from './published.tsx'

async function fetchStatistics(): Promise<Statistics> {
  const response = await fetch('/api/stats')
  if (!response.ok) throw new Error(`the statistics answered ${response.status}`)
  return v.parse(Statistics, await response.json())
}

/** What is published, as it is now. */
export function StatsView(): JSX.Element {
  const { value, tryAgain } = usePublished(fetchStatistics)
  return <StatsSheet statistics={value} onTryAgain={tryAgain} />
}

interface StatsSheetProps {
  /** Null while they are on their way. */
  readonly statistics: Statistics | 'failed' | null
  readonly onTryAgain: () => void
}

/** How many meet here, and how that is known. */
export function StatsSheet({ statistics, onTryAgain }: StatsSheetProps): JSX.Element {
  const { stats, swarm } = useDictionary().words
  return (
    <div class="sheet">
      <Masthead />
      <main class="stats" data-view="stats" aria-busy={statistics === null}>
        <h1 tabIndex={-1}>{stats.title}</h1>
        <Body statistics={statistics} onTryAgain={onTryAgain} />
        <div class="choices">
          <a class="button honey" href="/">
            {stats.open}
          </a>
          <a class="button" href="/swarm">
            {swarm.link}
          </a>
        </div>
      </main>
      <Foot />
    </div>
  )
}

function Body({ statistics, onTryAgain }: StatsSheetProps): JSX.Element {
  const { opening } = useDictionary().words
  const { stats } = useFurtherWords()
  if (statistics === null) return <p class="after-a-while">{stats.loading}</p>
  if (statistics !== 'failed') {
    return (
      <>
        <Published statistics={statistics} />
        <How since={statistics.since} />
      </>
    )
  }
  return (
    <div class="stack tight" role="alert">
      <p>{stats.failed}</p>
      <button type="button" class="button" data-action="try-again" onClick={onTryAgain}>
        {opening.tryAgain}
      </button>
    </div>
  )
}

/** What a figure means, and what is kept for it. */
function How({ since }: Pick<Statistics, 'since'>): JSX.Element {
  const { language } = useDictionary()
  const { stats } = useFurtherWords()
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  return (
    <section class="stack tight prose">
      <h2>{stats.howTitle}</h2>
      <p>{stats.conference}</p>
      <p>{stats.private}</p>
      {since !== null && <p>{stats.calendar(date.format(new Date(since)))}</p>}
      <p>
        <a href="/api/stats">{stats.data}</a>
      </p>
    </section>
  )
}
