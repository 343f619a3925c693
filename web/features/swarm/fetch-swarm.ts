import * as v from 'valibot'
import { Swarm } from '../../../protocol/http/swarm.ts'

/** Who carries the rooms now. Rejects where that does not arrive. */
export async function fetchSwarm(): Promise<Swarm> {
  const response = await fetch('/api/swarm')
  if (!response.ok) throw new Error(`the swarm answered ${response.status}`)
  return v.parse(Swarm, await response.json())
}
