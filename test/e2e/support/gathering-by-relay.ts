import { afterAll, beforeAll } from 'vitest'
import type { Stage } from '../../../scripts/stage/stage.ts'
import { type Gathering, gather } from './gathering.ts'
import { TurnServer } from './turn-server.ts'

interface RelayGathering {
  readonly here: Gathering
  /** There from the first test on. */
  readonly coturn: () => TurnServer
}

/**
 * As `gather`, with a coturn beside it for which the edge gives out credentials.
 *
 * @param bindings - What else the edge is told.
 * @param node - How its node is to be.
 */
export function gatherByRelay(
  bindings: Readonly<Record<string, string>>,
  node: Parameters<Stage['startNode']>[0] = {},
): RelayGathering {
  let coturn: TurnServer | null = null
  const opened = (): TurnServer => {
    if (coturn === null) throw new Error('only within a test')
    return coturn
  }
  // Before the edge, which is told of it.
  beforeAll(async () => {
    coturn = await TurnServer.open()
  })
  afterAll(() => coturn?.close())
  const edge = () => ({
    bindings: {
      TURN_PROVIDER: 'coturn',
      TURN_URLS: opened().url('udp'),
      TURN_SECRET: opened().secret,
      ...bindings,
    },
  })
  const here = gather(undefined, edge, node)
  return { here, coturn: opened }
}
