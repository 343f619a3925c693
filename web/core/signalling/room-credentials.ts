import type { Ticket } from '../../../protocol/page-edge/door.ts'
import type { PageParams, Welcome } from '../../../protocol/page-edge/requests.ts'
import type { Presence, ResumeMemory } from './resume-memory.ts'

/** What one is to the room: somebody new, somebody who waits in its lobby, or somebody who is in it. */
type Place =
  | { readonly is: 'new' }
  | { readonly is: 'waiting'; readonly ticket: Ticket }
  | { readonly is: 'present'; readonly presence: Presence; readonly media: 'kept' | 'gone' }

/** What proves, from one socket to the next and across a reload, who we are to the room. */
export class RoomCredentials {
  readonly #memory: ResumeMemory
  #place: Place

  constructor(memory: ResumeMemory) {
    this.#memory = memory
    const remembered = memory.read()
    if (!remembered) this.#place = { is: 'new' }
    else if ('ticket' in remembered) this.#place = { is: 'waiting', ticket: remembered.ticket }
    else this.#place = { is: 'present', presence: remembered, media: 'gone' }
  }

  /** Whether we have a place in the lobby. */
  get waits(): boolean {
    return this.#place.is === 'waiting'
  }

  /** What a join says of it. */
  get proof(): Pick<PageParams<'join'>, 'resume' | 'ticket'> {
    switch (this.#place.is) {
      case 'new':
        return {}
      case 'waiting':
        return { ticket: this.#place.ticket }
      case 'present':
        return { resume: { ...this.#place.presence, media: this.#place.media } }
      default:
        return this.#place satisfies never
    }
  }

  welcomed({ resumeToken, seq }: Welcome): void {
    this.#place = { is: 'present', presence: { token: resumeToken, seq }, media: 'kept' }
  }

  sentToLobby(ticket: Ticket): void {
    this.#place = { is: 'waiting', ticket }
  }

  /** Whether the event of that number is news to us; from then on it is not. */
  sees(seq: number): boolean {
    const place = this.#place
    if (place.is !== 'present' || seq <= place.presence.seq) return false
    this.#place = { ...place, presence: { ...place.presence, seq } }
    return true
  }

  /** Not at every event: a page that reloads is welcomed anew whatever number it last saw. */
  remember(): void {
    if (this.#place.is === 'present') this.#memory.write(this.#place.presence)
    if (this.#place.is === 'waiting') this.#memory.write({ ticket: this.#place.ticket })
  }

  forget(): void {
    this.#memory.forget()
  }
}
