import * as v from 'valibot'
import { ProtocolError } from '../../../protocol/errors.ts'
import type { PeerId } from '../../../protocol/ids.ts'
import { DisplayName } from '../../../protocol/names/display-name.ts'
import type { PageEvent } from '../../../protocol/page-edge/events.ts'
import type { MessageKind } from '../../../protocol/page-edge/message-kinds.ts'
import { type Addressee, RoomMessage } from '../../../protocol/page-edge/messages.ts'
import type { Welcome } from '../../../protocol/page-edge/requests.ts'
import type { MessagePayload, PersonName } from '../../../protocol/page-edge/sealed.ts'
import { type EncryptedRoom, encryptedRoom } from '../../../web/core/encryption/encrypted-room.ts'
import type { Ask, OpenedMessage } from '../../../web/core/encryption/opened.ts'
import type { RoomSecret } from '../../../web/core/encryption/room-secret.ts'
import type { Opening } from '../../../web/core/encryption/sealing.ts'
import type { KeysInUse } from '../../../web/core/room-state/room-state.ts'
import { everyone } from './sealed-room.ts'
import { SALON, type TalkingRoom } from './talking-room.ts'

/** How long something takes from a page to the edge, or back, in milliseconds. */
const WAY_MS = 20

const Sent = v.object({ id: v.number(), at: v.number() })
const History = v.object({ messages: v.array(RoomMessage) })

/** One way of a page's line: what goes by it arrives in its order, a moment later; while it is held, not at all. */
class Line {
  #held: (() => void)[] | null = null

  send(arrives: () => void): void {
    setTimeout(() => {
      if (this.#held) this.#held.push(arrives)
      else arrives()
    }, WAY_MS)
  }

  hold(): void {
    this.#held ??= []
  }

  release(): void {
    const held = this.#held ?? []
    this.#held = null
    for (const arrives of held) arrives()
  }
}

/** What a page says of itself. */
interface Seen {
  /** How often it said that something was not as people of the room do it. */
  tampered: number
  keys: KeysInUse | null
  /** Why it could not stay. */
  failure: string | null
}

/** Nothing is sent, and nothing comes: media are for other tests. */
const noMedia = () => ({
  encryptSender: () => {},
  decryptReceiver: () => {},
  introduce: () => {},
  enterEpoch: () => {},
  changeLink: () => {},
  useKeys: () => {},
  close: () => {},
})

/** Somebody's page in an encrypted room: all of the page's own code that seals, opens, and keeps the group. */
export class TalkingPage {
  readonly id: PeerId
  readonly up = new Line()
  readonly down = new Line()
  /** What the edge has as their name. */
  introduction: PersonName
  secret: RoomSecret
  /** What it was told of the room's messages, at once or as history, by number. */
  readonly read = new Map<number, OpenedMessage>()
  /** What others are called. */
  readonly names = new Map<PeerId, string>()
  readonly seen: Seen
  isCaughtUp = false
  readonly #name: DisplayName
  readonly #room: TalkingRoom
  readonly #encrypted: EncryptedRoom
  readonly #opening: Opening
  #sealed = 0

  private constructor(
    id: PeerId,
    secret: RoomSecret,
    room: TalkingRoom,
    encrypted: EncryptedRoom,
    introduction: PersonName,
    seen: Seen,
  ) {
    this.seen = seen
    this.id = id
    this.#name = v.parse(DisplayName, id)
    this.#room = room
    this.secret = secret
    this.introduction = introduction
    this.#encrypted = encrypted
    this.#opening = encrypted.sealing.opening({
      welcomed: ({ peers }) => {
        for (const peer of peers) this.names.set(peer.id, peer.name)
        void this.#catchUp()
      },
      happened: (event) => {
        if (event.event === 'message') this.read.set(event.message.id, event.message)
        if (event.event === 'peer-joined') this.names.set(event.peer.id, event.peer.name)
        if (event.event === 'peer-renamed') this.names.set(event.peer, event.name)
      },
      introduced: (peer, stay) => encrypted.introduced(peer, stay),
      tampered: () => {
        seen.tampered += 1
      },
      unreadableName: () => v.parse(DisplayName, '?'),
    })
  }

  /** Loads a page for somebody by that link; who they are the edge says. */
  static async load(id: PeerId, secret: RoomSecret, room: TalkingRoom): Promise<TalkingPage> {
    const seen: Seen = { tampered: 0, keys: null, failure: null }
    const host = {
      ask: ((name, params) => page.#ask(name, params)) as Ask,
      keysChanged: (keys: KeysInUse) => {
        seen.keys = keys
      },
      tampered: () => {
        seen.tampered += 1
      },
      checkConnection: () => {},
      failed: (cause: Error) => {
        seen.failure = ProtocolError.from(cause).code
      },
      linkChanged: (next: RoomSecret) => {
        page.secret = next
        void page.#introduceAnew()
      },
    }
    const encrypted = await encryptedRoom(secret, SALON, host, noMedia)
    const introduction = await encrypted.sealing.sealName(v.parse(DisplayName, id))
    const page: TalkingPage = new TalkingPage(id, secret, room, encrypted, introduction, seen)
    return page
  }

  /** What it proves its link by. */
  get proof() {
    return this.#encrypted.sealing.linkProof
  }

  welcomed(welcome: Welcome): void {
    this.down.send(() => this.#opening.welcomed(welcome))
  }

  happened(event: PageEvent): void {
    this.down.send(() => this.#opening.happened(event))
  }

  /** Its socket falls: what is on its way arrives when it is back. */
  cut(): void {
    this.#opening.away(() => {})
    for (const line of [this.up, this.down]) line.hold()
    this.#room.tell({ event: 'cut-off-changed', peers: [this.id], cutOff: true }, this)
    this.#room.cutOff.add(this.id)
  }

  comeBack(): void {
    this.#opening.resumed(() => {})
    this.#room.cutOff.delete(this.id)
    this.#room.tell({ event: 'cut-off-changed', peers: [this.id], cutOff: false }, this)
    for (const line of [this.down, this.up]) line.release()
  }

  /** Resolves when the room has it. */
  async say(payload: string, kind: MessageKind = 'chat', addressee: Addressee = everyone): Promise<void> {
    const context = { kind, addressee }
    const number = this.#sealed
    this.#sealed += 1
    const send = async (said: MessagePayload) =>
      v.parse(Sent, await this.#ask('send-message', { ...context, payload: said }))
    const { id } = await this.#encrypted.sealing.sendMessage(context, { payload, number }, send)
    this.#opening.said({ id, kind }, number)
  }

  changeLink(): Promise<void> {
    return this.#encrypted.changeLink(null)
  }

  /** Its words of a kind, in the room's order, each with what its sender is called. */
  wordsOf(...kinds: readonly MessageKind[]): string[] {
    const read = [...this.read.values()].filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
    return read.sort((one, other) => one.id - other.id).map(({ name, payload }) => `${name}: ${payload}`)
  }

  close(): void {
    this.#opening.close()
    this.#encrypted.close()
  }

  async #catchUp(): Promise<void> {
    const { messages } = v.parse(History, await this.#ask('message-history', {}))
    for (const message of await this.#opening.history(messages)) this.read.set(message.id, message)
    this.isCaughtUp = true
  }

  async #introduceAnew(): Promise<void> {
    await this.#encrypted.sealing.rename(this.#name, (name) => this.#ask('rename', { name }))
  }

  /** There and back again. What is answered is of the type that the contract has for `name`; the compiler cannot follow that. */
  readonly #ask = (async (name: string, params: unknown): Promise<unknown> => {
    await new Promise<void>((resolve) => this.up.send(resolve))
    // Another page of the same person is there by now: this one's socket is closed, and nothing comes of it.
    if (this.#room.people.get(this.id) !== this) await new Promise(() => {})
    const answer = this.#room.answer(this, name, params)
    await new Promise<void>((resolve) => this.down.send(resolve))
    return answer
  }) as (name: string, params: unknown) => Promise<never>
}
