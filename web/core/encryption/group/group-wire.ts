import type { RoomName } from '../../../../protocol/names/room-name.ts'
import type { GroupDescription } from '../../../../protocol/page-edge/group.ts'
import type { Sealed } from '../../../../protocol/page-edge/sealed.ts'
import { open, type Purpose, type SealKey, seal } from '../envelope.ts'
import type { LinkKeys } from '../link-keys.ts'
import type { Ask } from '../opened.ts'
import type { ToldChange } from '../room-facts.ts'
import type { RoomKeys } from '../room-keys.ts'
import { isRingOf } from './content-key-ring.ts'
import { GroupError } from './group-error.ts'
import type { Description, GroupChange, Offer, OpenedStart, Verdict } from './keeper/keeper-host.ts'
import { decodeStart, encodeStart } from './newcomers-start.ts'

/** What the sealed thing is a part of: elsewhere it does not open (K32). */
type Part = 'group' | 'commit'

/**
 * How the group of a room goes through the edge: sealed by the link's key, under the epoch that it is of. Only the link of now
 * opens anything: whoever has a former one can hand nobody a group.
 */
export class GroupWire {
  readonly #room: RoomName
  readonly #links: LinkKeys
  readonly #ask: Ask

  constructor(room: RoomName, links: LinkKeys, ask: Ask) {
    this.#room = room
    this.#links = links
    this.#ask = ask
  }

  /** Offers a change to the room. Rejects with a ProtocolError. */
  async offer({ epoch, commit, groupInfo, ring, link }: Offer): Promise<Verdict> {
    const { current } = this.#links
    const after: RoomKeys = link ?? current
    const start = encodeStart({ groupInfo, ring, formerSeals: this.#links.formerSealsAfter(after) })
    const [sealed, info] = await Promise.all([
      commit && this.#seal(current.seal, 'commit', epoch, commit),
      this.#seal(after.seal, 'group', epoch, start),
    ])
    const newLink = link && { newLink: link.proof }
    const verdict = await this.#ask('commit', { epoch, commit: sealed, info, ...newLink })
    if (verdict.is === 'taken') return verdict
    return { is: verdict.is, group: this.description(verdict.group, after.seal) }
  }

  /** What the room has of its group by now. Rejects with a ProtocolError. */
  async describe(): Promise<Description | null> {
    const { group } = await this.#ask('describe-group', {})
    return this.description(group)
  }

  /** @param offered - By what one sealed oneself, where that may be the link of now. */
  description(group: GroupDescription | null, offered?: SealKey): Description | null {
    if (group === null) return null
    const { epoch, info } = group
    return { epoch, open: () => this.#openStart(epoch, info, offered) }
  }

  change({ epoch, commit, changesLink }: ToldChange): GroupChange {
    return {
      epoch,
      commit: commit && (() => this.#open(this.#links.current.seal, 'commit', epoch, commit)),
      changesLink: changesLink === true,
    }
  }

  #seal(key: SealKey, part: Part, epoch: number, bytes: Uint8Array) {
    return seal(key, this.#purpose(part, epoch), { number: 0, bytes })
  }

  /** Rejects with a GroupError, as `#open`, and where its keys cannot be: high numbers would push real ones out of the ring. */
  async #openStart(epoch: number, info: Sealed, offered?: SealKey): Promise<OpenedStart> {
    const { seal: current } = this.#links.current
    const opened = offered && offered !== current ? await this.#opened(offered, 'group', epoch, info) : null
    const start = decodeStart(opened ?? (await this.#open(current, 'group', epoch, info)))
    if (!isRingOf(epoch, start.ring)) throw new GroupError('keys of epochs that have not been')
    this.#links.learn(start.formerSeals)
    return { ...start, byOfferedLink: opened !== null }
  }

  /** Rejects with a GroupError where nobody of the room sealed it, or not for this. */
  async #open(key: SealKey, part: Part, epoch: number, sealed: Sealed): Promise<Uint8Array> {
    const bytes = await this.#opened(key, part, epoch, sealed)
    if (bytes === null) throw new GroupError('nobody of the room sealed it')
    return bytes
  }

  /** Null where it was not sealed by that key, or not for this. */
  async #opened(key: SealKey, part: Part, epoch: number, sealed: Sealed): Promise<Uint8Array | null> {
    const letter = await open(key, this.#purpose(part, epoch), sealed)
    return letter?.bytes ?? null
  }

  #purpose(part: Part, epoch: number): Purpose {
    return [part, this.#room, epoch]
  }
}
