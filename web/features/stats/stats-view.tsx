import type { JSX } from 'preact'
import * as v from 'valibot'
import { Statistics } from '../../../protocol/statistics.ts'
import { usePublished } from '../../ui/hooks/use-published.ts'
import { StatsSheet } from './stats-sheet.tsx'

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
