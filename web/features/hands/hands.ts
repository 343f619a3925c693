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

export const handsOf = perSession(({ messages }): Hands => {
  const hands = messages.of('hand')
  return {
    raise: async () => void (await messages.send('hand', { to: 'everyone' }, '')),
    lower: (peer) => messages.clear('hand', peer),
    lowerAll: async () => {
      await Promise.all(hands.peek().map(({ from }) => messages.clear('hand', from)))
    },
  }
})
