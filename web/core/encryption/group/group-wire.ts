import type { RoomName } from '../../../../protocol/names/room-name.ts'
import type { GroupDescription, GroupChange as SealedChange } from '../../../../protocol/page-edge/group.ts'
import type { Sealed } from '../../../../protocol/page-edge/sealed.ts'
import { open, type Purpose, type SealKey, seal } from '../envelope.ts'
import type { Ask } from '../opened.ts'
import { isRingOf } from './content-key-ring.ts'
import { GroupError } from './group-error.ts'
import type { Description, GroupChange, Offer, Verdict } from './keeper/keeper-host.ts'
import { decodeStart, encodeStart, type NewcomersStart } from './newcomers-start.ts'

/** What the sealed thing is a part of: elsewhere it does not open (K32). */
type Part = 'group' | 'commit'

/** How the group of a room goes through the edge: sealed by the link's key, under the epoch that it is of. */
export class GroupWire {
  readonly #room: RoomName
  readonly #key: SealKey
  readonly #ask: Ask

  /** @param key - Which the link gives. */
  constructor(room: RoomName, key: SealKey, ask: Ask) {
    this.#room = room
    this.#key = key
    this.#ask = ask
  }

  /** Offers a change to the room. Rejects with a ProtocolError. */
  async offer({ epoch, commit, ...start }: Offer): Promise<Verdict> {
    const verdict = await this.#ask('commit', {
      epoch,
      commit: commit && (await this.#seal('commit', epoch, commit)),
      info: await this.#seal('group', epoch, encodeStart(start)),
    })
    return verdict.is === 'taken' ? verdict : { is: verdict.is, group: this.description(verdict.group) }
  }

  /** What the room has of its group by now. Rejects with a ProtocolError. */
  async describe(): Promise<Description | null> {
    const { group } = await this.#ask('describe-group', {})
    return this.description(group)
  }

  description(group: GroupDescription | null): Description | null {
    if (group === null) return null
    const { epoch, info } = group
    return { epoch, open: () => this.#openStart(epoch, info) }
  }

  change({ epoch, commit }: SealedChange): GroupChange {
    return { epoch, commit: commit && (() => this.#open('commit', epoch, commit)) }
  }

  #seal(part: Part, epoch: number, bytes: Uint8Array) {
    return seal(this.#key, this.#purpose(part, epoch), { number: 0, bytes })
  }

  /** Rejects with a GroupError, as `#open`, and where its keys cannot be: high numbers would push real ones out of the ring. */
  async #openStart(epoch: number, info: Sealed): Promise<NewcomersStart> {
    const start = decodeStart(await this.#open('group', epoch, info))
    if (!isRingOf(epoch, start.ring)) throw new GroupError('keys of epochs that have not been')
    return start
  }

  /** Rejects with a GroupError where nobody of the room sealed it, or not for this. */
  async #open(part: Part, epoch: number, sealed: Sealed): Promise<Uint8Array> {
    const letter = await open(this.#key, this.#purpose(part, epoch), sealed)
    if (letter === null) throw new GroupError('nobody of the room sealed it')
    return letter.bytes
  }

  #purpose(part: Part, epoch: number): Purpose {
    return [part, this.#room, epoch]
  }
}
