import { type ReadonlySignal, signal } from '@preact/signals'
import * as v from 'valibot'
import type { PeerId } from '../../../protocol/ids.ts'
import { perSession } from '../../core/session/per-session.ts'
import type { RoomSession } from '../../core/session/room-session.ts'

/** How one may react without a word. */
export const REACTIONS = ['thumbs-up', 'applause', 'heart', 'laugh', 'surprise', 'celebrate'] as const
const ReactionName = v.picklist(REACTIONS)
export type Reaction = (typeof REACTIONS)[number]

/** How long a reaction is shown. */
const SHOWN_MS = 4_000
/** Between two of one's own: the edge would refuse a flood, and nobody can read one. */
const PAUSE_MS = 700

/** The part of a session that reactions go through. */
type ReactingSession = Pick<RoomSession, 'view' | 'messages' | 'whenOver'>

/** Shows everybody's reactions for a moment, one's own as well. */
export class Reactions {
  readonly #session: ReactingSession
  readonly #shown = signal<ReadonlyMap<PeerId, Reaction>>(new Map())
  readonly #timers = new Map<PeerId, ReturnType<typeof setTimeout>>()
  #sentAt = Number.NEGATIVE_INFINITY

  constructor(session: ReactingSession) {
    this.#session = session
    const stopListening = session.messages.listen('reaction', ({ from, payload }) => {
      const read = v.safeParse(ReactionName, payload)
      if (read.success) this.#show(from, read.output)
    })
    session.whenOver(() => {
      stopListening()
      for (const timer of this.#timers.values()) clearTimeout(timer)
    })
  }

  /** What people show now. */
  get shown(): ReadonlySignal<ReadonlyMap<PeerId, Reaction>> {
    return this.#shown
  }

  /** Reacts; more often than one can read is not sent. Rejects with a ProtocolError. */
  async react(reaction: Reaction): Promise<void> {
    const self = this.#session.view.peek().people.find((person) => person.self)
    const now = performance.now()
    if (self === undefined || now - this.#sentAt < PAUSE_MS) return
    this.#sentAt = now
    this.#show(self.id, reaction)
    await this.#session.messages.send('reaction', { to: 'everyone' }, reaction)
  }

  #show(peer: PeerId, reaction: Reaction): void {
    clearTimeout(this.#timers.get(peer))
    this.#shown.value = new Map(this.#shown.peek()).set(peer, reaction)
    const over = (): void => {
      this.#shown.value = new Map([...this.#shown.peek()].filter(([shower]) => shower !== peer))
    }
    this.#timers.set(peer, setTimeout(over, SHOWN_MS))
  }
}

export const reactionsOf = perSession((session) => new Reactions(session))
