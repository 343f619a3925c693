import type { PeerId } from '../../../protocol/ids.ts'
import { perSession } from '../../core/session/per-session.ts'

/** Raised hands: a queue in the order in which they went up. Each of these rejects with a ProtocolError. */
export interface Hands {
  raise(): Promise<void>
  /** Lowers one's own hand, or, as a moderator, another's. */
  lower(peer: PeerId): Promise<void>
  /** Lowers all hands, as a moderator. */
  lowerAll(): Promise<void>
}

export const handsOf = perSession(({ relay }): Hands => {
  const hands = relay.messages('hand')
  return {
    raise: async () => void (await relay.send('hand', { to: 'everyone' }, '')),
    lower: (peer) => relay.clear('hand', peer),
    lowerAll: async () => {
      await Promise.all(hands.peek().map(({ from }) => relay.clear('hand', from)))
    },
  }
})
