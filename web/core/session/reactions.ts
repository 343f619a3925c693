import * as v from 'valibot'
import type { PeerId } from '../../../protocol/ids.ts'
import type { Input } from '../room-state/room-state.ts'
import type { RoomMessages } from './room-messages.ts'

/** How one may react without a word. */
export const REACTIONS = ['thumbs-up', 'applause', 'heart', 'laugh', 'surprise', 'celebrate'] as const
const ReactionName = v.picklist(REACTIONS)
export type Reaction = (typeof REACTIONS)[number]

/** How long a reaction is shown. */
const SHOWN_MS = 4_000
/** Between two of one's own: the edge would refuse a flood, and nobody can read one. */
const PAUSE_MS = 700

interface ReactionsOptions {
  readonly relay: Pick<RoomMessages, 'listen' | 'send'>
  readonly self: () => PeerId | null
  readonly dispatch: (input: Input) => void
}

/** Shows everybody's reactions for a moment, one's own as well. */
export class ReactionsOfRoom {
  readonly #options: ReactionsOptions
  readonly #timers = new Map<PeerId, ReturnType<typeof setTimeout>>()
  readonly #stopListening: () => void
  #sentAt = Number.NEGATIVE_INFINITY

  constructor(options: ReactionsOptions) {
    this.#options = options
    this.#stopListening = options.relay.listen('reaction', ({ from, payload }) => {
      const read = v.safeParse(ReactionName, payload)
      if (read.success) this.#show(from, read.output)
    })
  }

  /** Reacts; more often than one can read is not sent. Rejects with a ProtocolError. */
  async react(reaction: Reaction): Promise<void> {
    const self = this.#options.self()
    const now = performance.now()
    if (self === null || now - this.#sentAt < PAUSE_MS) return
    this.#sentAt = now
    this.#show(self, reaction)
    await this.#options.relay.send('reaction', { to: 'everyone' }, reaction)
  }

  #show(peer: PeerId, reaction: Reaction): void {
    clearTimeout(this.#timers.get(peer))
    this.#options.dispatch({ kind: 'local', fact: 'reaction-shown', peer, reaction })
    const over = (): void => this.#options.dispatch({ kind: 'local', fact: 'reaction-over', peer })
    this.#timers.set(peer, setTimeout(over, SHOWN_MS))
  }

  close(): void {
    this.#stopListening()
    for (const timer of this.#timers.values()) clearTimeout(timer)
  }
}
