import * as v from 'valibot'
import type { PeerId } from '../../../protocol/ids.ts'
import { normaliseRoomName } from '../../../protocol/names/room-name.ts'
import type { LinkProof } from '../../../protocol/page-edge/door.ts'
import type { PageEvent } from '../../../protocol/page-edge/events.ts'
import { type GroupDescription, OfferedChange } from '../../../protocol/page-edge/group.ts'
import { rulesOf } from '../../../protocol/page-edge/message-kinds.ts'
import { OutgoingMessage, type RoomMessage } from '../../../protocol/page-edge/messages.ts'
import { PersonName } from '../../../protocol/page-edge/sealed.ts'
import type { RoomSecret } from '../../../web/core/encryption/room-secret.ts'
import { welcome } from '../room-state/room-samples.ts'
import { peerId } from './sealed-room.ts'
import { TalkingPage } from './talking-page.ts'

export const SALON = normaliseRoomName('salon')

const Renamed = v.object({ name: PersonName })

/** A room of an honest edge: who is there, what they said, how its group stands, and by which link one comes in. */
export class TalkingRoom {
  readonly people = new Map<PeerId, TalkingPage>()
  /** Of whom the edge hears nothing just now. */
  readonly cutOff = new Set<PeerId>()
  readonly messages: RoomMessage[] = []
  group: GroupDescription | null = null
  #proof: LinkProof | null = null
  #last = 0

  /** Somebody comes in by that link, or loads their page anew: who is there then is the same person. */
  async come(name: string, secret: RoomSecret): Promise<TalkingPage> {
    const id = peerId(name)
    const page = await TalkingPage.load(id, secret, this)
    this.#proof ??= page.proof
    if (page.proof !== this.#proof) throw new Error('a link that leads in no longer')
    const before = this.people.get(id)
    before?.close()
    this.people.set(id, page)
    this.tell(
      before
        ? { event: 'peer-renamed', peer: id, name: page.introduction }
        : { event: 'peer-joined', peer: this.#peer(page) },
      page,
    )
    page.welcomed({
      ...welcome(),
      self: id,
      room: { ...welcome().room, encrypted: true },
      peers: [...this.people.values()].map((other) => this.#peer(other)),
      knocks: [],
      group: this.group,
    })
    return page
  }

  go(page: TalkingPage): void {
    this.people.delete(page.id)
    page.close()
    this.tell({ event: 'peer-left', peer: page.id }, page)
  }

  /** Tells everybody, or all others. */
  tell(event: PageEvent, except?: TalkingPage): void {
    for (const page of this.people.values()) if (page !== except) page.happened(event)
  }

  answer(from: TalkingPage, request: string, params: unknown): object {
    switch (request) {
      case 'commit':
        return this.#take(from, v.parse(OfferedChange, params))
      case 'describe-group':
        return { group: this.group }
      case 'rename':
        from.introduction = v.parse(Renamed, params).name
        this.tell({ event: 'peer-renamed', peer: from.id, name: from.introduction })
        return {}
      case 'send-message':
        return this.#pass(from, v.parse(OutgoingMessage, params))
      case 'message-history':
        return { messages: this.messages.filter((message) => isFor(from, message)) }
      default:
        throw new Error(`nobody asks for ${request} here`)
    }
  }

  #take(from: TalkingPage, { epoch, commit, info, newLink }: v.InferOutput<typeof OfferedChange>): object {
    if (epoch !== (this.group?.epoch ?? 0) + 1) return { is: 'stale', group: this.group }
    this.group = { epoch, info }
    this.#proof = newLink ?? this.#proof
    this.tell({ event: 'group-changed', epoch, commit, ...(newLink && { changesLink: true }) }, from)
    return { is: 'taken' }
  }

  #pass(from: TalkingPage, { kind, addressee, payload }: v.InferOutput<typeof OutgoingMessage>): object {
    this.#last += 1
    const [id, at] = [this.#last, performance.now()]
    const message = { id, from: from.id, name: from.introduction, kind, addressee, at, payload }
    if (rulesOf(kind).kept !== 'none') this.messages.push(message)
    for (const page of this.people.values())
      if (page !== from && isFor(page, message)) page.happened({ event: 'message', message })
    return { id, at }
  }

  #peer({ id, introduction: name }: TalkingPage) {
    const cutOff = this.cutOff.has(id) && { cutOff: true as const }
    return { id, name, role: 'moderator' as const, creator: false, producers: [], ...cutOff }
  }

  close(): void {
    for (const page of this.people.values()) page.close()
  }
}

const isFor = ({ id }: TalkingPage, { addressee, from }: RoomMessage): boolean =>
  addressee.to !== 'peer' || addressee.peer === id || from === id
