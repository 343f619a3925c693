import type { JSX } from 'preact'
import { usePublished } from '../../ui/hooks/use-published.ts'
import { fetchSwarm } from './fetch-swarm.ts'
import { SwarmSheet } from './swarm-sheet.tsx'

/** Who lends nodes, as it is now. */
export function SwarmView(): JSX.Element {
  const { value, tryAgain } = usePublished(fetchSwarm)
  return <SwarmSheet swarm={value} onTryAgain={tryAgain} />
}
