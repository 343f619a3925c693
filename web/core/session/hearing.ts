import type { ReadonlySignal } from '@preact/signals'
import type { PeerId } from '../../../protocol/ids.ts'
import type { RoomName } from '../../../protocol/room-name.ts'
import type { Peer } from '../../../protocol/roster.ts'
import { HEARING_KEY } from '../../settings/settings.ts'
import type { Input, RoomState } from '../room-state/room-state.ts'

/** How loud somebody is played here, and here alone: parts of one, 0 is not at all. */
export interface Hearing {
  readonly voice: number
  /** The sound of the screen that they share. */
  readonly screen: number
  /** Nothing of theirs is heard, however loud it would be. */
  readonly silenced: boolean
}

export const AS_IT_COMES: Hearing = { voice: 1, screen: 1, silenced: false }

interface HearingOptions {
  readonly room: RoomName
  readonly state: ReadonlySignal<RoomState>
  readonly dispatch: (input: Input) => void
}

/** How loud each of the others is played: changed by us, known to nobody else, and remembered for this room. */
export class HearingOfRoom {
  readonly #options: HearingOptions
  /** What was chosen in this stay holds, whatever is remembered. */
  readonly #chosen = new Set<PeerId>()
  readonly #met = new Set<PeerId>()

  constructor(options: HearingOptions) {
    this.#options = options
  }

  /** They are here now: plays them as loud as the last time, where that is remembered. */
  meet(peers: readonly Peer[]): void {
    const fresh = peers.filter(({ id }) => !this.#met.has(id))
    for (const { id } of fresh) this.#met.add(id)
    if (fresh.length === 0 || !isAnythingRemembered()) return
    this.#recall(fresh).catch(reportError)
  }

  hear(peer: PeerId, change: Partial<Hearing>): void {
    const { state, dispatch } = this.#options
    const hearing = { ...(state.peek().hearing.get(peer) ?? AS_IT_COMES), ...change }
    this.#chosen.add(peer)
    dispatch({ kind: 'local', fact: 'hearing-changed', peer, hearing })
    const person = state.peek().peers.find(({ id }) => id === peer)
    if (person) this.#remember(person, hearing).catch(reportError)
  }

  async #recall(peers: readonly Peer[]): Promise<void> {
    const { recallHearing } = await import('./hearing-memory.ts')
    for (const { id: peer, name } of peers) {
      const hearing = await recallHearing(this.#options.room, name)
      if (hearing && !this.#chosen.has(peer))
        this.#options.dispatch({ kind: 'local', fact: 'hearing-changed', peer, hearing })
    }
  }

  async #remember({ name }: Peer, hearing: Hearing): Promise<void> {
    const { rememberHearing } = await import('./hearing-memory.ts')
    await rememberHearing(this.#options.room, name, hearing)
  }
}

/** Hardly anybody is played otherwise than they come: then nothing more has to be loaded. */
function isAnythingRemembered(): boolean {
  try {
    return localStorage.getItem(HEARING_KEY) !== null
  } catch (error) {
    if (error instanceof DOMException) return false
    throw error
  }
}
