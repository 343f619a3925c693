import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals'
import type { PeerId } from '../../../protocol/ids.ts'
import { perSession } from '../../core/session/per-session.ts'
import type { Person, RoomSession } from '../../core/session/room-session.ts'
import { HEARING_KEY } from '../../settings/settings.ts'
import { tryStorage } from '../../settings/storage.ts'

/** How loud somebody is played here, and here alone: parts of one, 0 is not at all. */
export interface Hearing {
  readonly voice: number
  /** The sound of the screen that they share. */
  readonly screen: number
  /** Nothing of theirs is heard, however loud it would be. */
  readonly silenced: boolean
}

export const AS_IT_COMES: Hearing = { voice: 1, screen: 1, silenced: false }

/** The part of a session that this is about. */
type HeardSession = Pick<RoomSession, 'room' | 'view' | 'whenOver'>

/** How loud each of the others is played: changed by us, known to nobody else, and remembered for this room. */
class HearingControl {
  readonly #session: HeardSession
  readonly #changed = signal<ReadonlyMap<PeerId, Hearing>>(new Map())
  /** What was chosen in this stay holds, whatever is remembered. */
  readonly #chosen = new Set<PeerId>()
  readonly #met = new Set<PeerId>()

  constructor(session: HeardSession) {
    this.#session = session
    const stopMeeting = effect(() => {
      const { people } = session.view.value
      untracked(() => this.#meet(people))
    })
    session.whenOver(stopMeeting)
  }

  /** Who is played otherwise than they come. */
  get changed(): ReadonlySignal<ReadonlyMap<PeerId, Hearing>> {
    return this.#changed
  }

  /** How loud somebody is played now; reads the signal. */
  of(peer: PeerId): Hearing {
    return this.#changed.value.get(peer) ?? AS_IT_COMES
  }

  /** Changes how loud somebody is played to us; nobody is told. */
  hear(peer: PeerId, change: Partial<Hearing>): void {
    const hearing = { ...(this.#changed.peek().get(peer) ?? AS_IT_COMES), ...change }
    this.#chosen.add(peer)
    this.#set(peer, hearing)
    const person = this.#session.view.peek().people.find(({ id }) => id === peer)
    if (person) this.#remember(person, hearing).catch(reportError)
  }

  #set(peer: PeerId, hearing: Hearing): void {
    this.#changed.value = new Map(this.#changed.peek()).set(peer, hearing)
  }

  /** They are here now: plays them as loud as the last time, where that is remembered. */
  #meet(people: readonly Person[]): void {
    const fresh = people.filter(({ id, self }) => !self && !this.#met.has(id))
    for (const { id } of fresh) this.#met.add(id)
    if (fresh.length === 0 || !isAnythingRemembered()) return
    this.#recall(fresh).catch(reportError)
  }

  async #recall(people: readonly Person[]): Promise<void> {
    const { recallHearing } = await import('./hearing-memory.ts')
    for (const { id, name } of people) {
      const hearing = await recallHearing(this.#session.room, name)
      if (hearing && !this.#chosen.has(id)) this.#set(id, hearing)
    }
  }

  async #remember({ name }: Person, hearing: Hearing): Promise<void> {
    const { rememberHearing } = await import('./hearing-memory.ts')
    await rememberHearing(this.#session.room, name, hearing)
  }
}

export const hearingOf = perSession((session) => new HearingControl(session))

/** Hardly anybody is played otherwise than they come: then nothing more has to be loaded. */
const isAnythingRemembered = (): boolean => tryStorage(() => localStorage.getItem(HEARING_KEY), null) !== null
