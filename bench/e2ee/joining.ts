import { type Spread, spreadOf } from '../common/spread.ts'
import { Arena } from '../join/contestants/arena.ts'
import { CONTESTANTS } from '../join/contestants/contestant.ts'
import { probeScript } from '../join/measured/probe-script.ts'
import { NETWORKS } from '../join/network/network.ts'

/** An arrival takes seconds, and tells little by itself. */
const ARRIVALS_A_RUN = 3

/** From the room's first word to the first picture of somebody else, in ms. */
export interface JoiningFigures {
  readonly room: string
  readonly welcomeToFrameMs: Spread
}

/** Arrives in a plain room and an encrypted one by turns, as bench:join does, over loopback. */
export async function measureJoining(runs: number, say: (line: string) => void): Promise<JoiningFigures[]> {
  await using opened = new AsyncDisposableStack()
  const contestants = CONTESTANTS.filter(({ name }) => name === 'essaim' || name === 'encrypted')
  const [network] = NETWORKS
  if (!network) throw new Error('bench:join has no network')
  const arena = await Arena.open(contestants, await probeScript(), opened)
  const found = new Map(contestants.map((contestant) => [contestant, [] as number[]]))
  const arrivals = runs * ARRIVALS_A_RUN
  for (let run = 1; run <= arrivals; run += 1) {
    for (const [contestant, times] of found) {
      const { marks } = await arena.run(contestant, network)
      if (marks.firstReceived === undefined) throw new Error('a page that was told nothing')
      const ms = marks.firstFrame - marks.firstReceived
      times.push(ms)
      say(`${run}/${arrivals}  ${contestant.title}: ${ms.toFixed(0)} ms from the welcome`)
    }
  }
  return [...found].map(([{ title }, times]) => ({ room: title, welcomeToFrameMs: spreadOf(times) }))
}
