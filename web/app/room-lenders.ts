import type { NodeId } from '../../protocol/ids.ts'
import type { RoomName } from '../../protocol/names/room-name.ts'
import type { CarriedBy } from '../core/session/room-session.ts'
import type { LenderInfo } from '../features/connection/carried-by.tsx'
import type { Host } from '../features/swarm/host-choice.tsx'

/** What this tab knows of who carries rooms: whom the person chose for one, and who did carry the last one. */
export class RoomLenders {
  /** What was chosen at home, for as long as the page is open. */
  #preferred: { readonly room: RoomName; readonly host: Host } | null = null
  #last: { readonly room: RoomName; readonly by: CarriedBy } | null = null

  /** That host is to carry the room, if it opens with us; null leaves it to the swarm. */
  prefer(room: RoomName, host: Host | null): void {
    this.#preferred = host && { room, host }
    if (host) this.#last = null
  }

  /** One is in that room, and `by` carries it. */
  found(room: RoomName, by: CarriedBy): void {
    this.#last = { room, by }
  }

  preferredNode(room: RoomName): NodeId | null {
    return this.#preferred?.room === room ? this.#preferred.host.node : null
  }

  /** By whom that room was carried when one was last in it, or is to be; null where nothing is known. */
  of(room: RoomName): LenderInfo | null {
    if (this.#last?.room === room) return { by: this.#last.by, when: 'wasCarriedBy' }
    return this.#preferred?.room === room ? { by: this.#preferred.host, when: 'willBeCarriedBy' } : null
  }
}
