import * as v from 'valibot'
import { PeerId } from '../../../protocol/ids.ts'
import { DisplayName } from '../../../protocol/names/display-name.ts'
import { normaliseRoomName } from '../../../protocol/names/room-name.ts'
import type { PageEvent } from '../../../protocol/page-edge/events.ts'
import type { MessageKind } from '../../../protocol/page-edge/message-kinds.ts'
import type { Addressee, RoomMessage } from '../../../protocol/page-edge/messages.ts'
import type { Welcome } from '../../../protocol/page-edge/requests.ts'
import type { PersonName } from '../../../protocol/page-edge/sealed.ts'
import { ContentKeys } from '../../../web/core/encryption/content-keys.ts'
import { LINK_KEY } from '../../../web/core/encryption/envelope.ts'
import { SUITE } from '../../../web/core/encryption/group/mls/suite/suite.ts'
import { LeafKeys } from '../../../web/core/encryption/leaf-keys.ts'
import { LinkKeys } from '../../../web/core/encryption/link-keys.ts'
import type { OpenedEvent, OpenedWelcome } from '../../../web/core/encryption/opened.ts'
import type { RoomFacts } from '../../../web/core/encryption/room-facts.ts'
import { roomKeysOf } from '../../../web/core/encryption/room-keys.ts'
import { RoomSealing } from '../../../web/core/encryption/room-sealing.ts'
import { newRoomSecret, type RoomSecret } from '../../../web/core/encryption/room-secret.ts'
import type { OpeningListener } from '../../../web/core/encryption/sealing.ts'
import { newStay, type Stay } from '../../../web/core/encryption/stay.ts'
import { welcome } from '../room-state/room-samples.ts'

export const everyone: Addressee = { to: 'everyone' }
export const peerId = (name: string): PeerId => v.parse(PeerId, name.padEnd(8, '-'))
const thursday = normaliseRoomName('thursday')

/** A group of which nothing is heard: keys come from the link, or from the test. */
export const quietFacts = (): RoomFacts => ({
  away: () => {},
  back: () => {},
  present: () => {},
  removed: () => {},
  welcomed: () => {},
  changed: () => Promise.resolve(),
  linkChanges: () => {},
  settled: () => Promise.resolve(),
})

/** Some content key, the same for the same number. */
export const contentKey = (number: number): Uint8Array => new Uint8Array(32).fill(number)
export const contentKeysOf = (...numbers: number[]): Map<number, Uint8Array> =>
  new Map(numbers.map((number) => [number, contentKey(number)]))

/** Both halves of a leaf's key, as a group has them. */
export async function newLeaf() {
  const { privateKey, publicKey } = await SUITE.hpke.generateKeyPair()
  const [own, told] = await Promise.all([
    SUITE.hpke.exportPrivateKey(privateKey),
    SUITE.hpke.exportPublicKey(publicKey),
  ])
  return { own, told }
}

/** Somebody's page in an encrypted room, as far as it seals. */
export class SealingPage {
  readonly id: PeerId
  readonly name: DisplayName
  readonly sealing: RoomSealing
  readonly links: LinkKeys
  readonly contentKeys: ContentKeys
  /** None where the test gives it none. */
  readonly leafKeys: LeafKeys
  readonly introduction: PersonName
  #sealed = 0

  private constructor(
    name: string,
    sealing: RoomSealing,
    keys: { readonly links: LinkKeys; readonly leafKeys: LeafKeys },
    introduction: PersonName,
  ) {
    this.links = keys.links
    this.id = peerId(name)
    this.name = v.parse(DisplayName, name)
    this.sealing = sealing
    this.contentKeys = sealing.contentKeys
    this.leafKeys = keys.leafKeys
    this.introduction = introduction
  }

  /** By the link's keys alone, where nothing else is said. */
  static async enter(name: string, secret: RoomSecret, more: Entering = {}): Promise<SealingPage> {
    const { room = thursday, facts = quietFacts(), now, by = LINK_KEY } = more
    const keys = await roomKeysOf(secret, room)
    const contentKeys = new ContentKeys(keys.seal, now)
    if (by !== null) contentKeys.take(by === LINK_KEY ? new Map() : contentKeysOf(by), by)
    const [links, leafKeys] = [new LinkKeys(keys, now), new LeafKeys()]
    const sealing = new RoomSealing(room, { links, contentKeys, leafKeys, stay: newStay(), facts })
    const introduction = await sealing.sealName(v.parse(DisplayName, name))
    return new SealingPage(name, sealing, { links, leafKeys }, introduction)
  }

  get peer() {
    const { id, introduction: name } = this
    return { id, name, role: 'participant' as const, creator: false, producers: [] }
  }

  /** A message as an honest edge tells it. */
  async say(
    id: number,
    payload: string,
    { kind = 'chat', addressee = everyone, upTo, at = id }: Saying = {},
  ): Promise<RoomMessage> {
    const context = { kind, addressee, ...(upTo !== undefined && { upTo }) }
    const number = this.#sealed
    this.#sealed += 1
    const key = await this.contentKeys.whenKnown()
    const sealed = await this.sealing.messages.seal(key, context, { payload, number })
    return { id, from: this.id, name: this.introduction, ...context, at, payload: sealed }
  }
}

interface Entering {
  readonly room?: typeof thursday
  readonly facts?: RoomFacts
  readonly now?: () => number
  /** The number of the content key that it has; 0 for the link's, null for none yet. */
  readonly by?: number | null
}

interface Saying {
  readonly kind?: MessageKind
  readonly addressee?: Addressee
  readonly upTo?: number
  readonly at?: number
}

/** Has that page open what comes; also returns how much it has left out so far. */
export function openedBy(page: SealingPage, heard: Partial<OpeningListener> = {}) {
  let tampered = 0
  const opening = page.sealing.opening({
    welcomed: () => {},
    happened: () => {},
    introduced: () => {},
    unreadableName: () => v.parse(DisplayName, '?'),
    tampered: () => {
      tampered += 1
    },
    ...heard,
  })
  return { opening, tampered: () => tampered }
}

/** Cy's page, which opens what comes; Ada and Ben are there. */
export async function sealedRoom(entering: Entering = {}) {
  const secret = newRoomSecret()
  const [ada, ben, cy] = await Promise.all([
    SealingPage.enter('ada', secret, { ...entering, facts: quietFacts() }),
    SealingPage.enter('ben', secret, { ...entering, facts: quietFacts() }),
    SealingPage.enter('cy', secret, entering),
  ])
  const introduced: [PeerId, Stay | null][] = []
  const told: (OpenedWelcome | OpenedEvent)[] = []
  const { opening, tampered } = openedBy(cy, {
    welcomed: (opened) => told.push(opened),
    happened: (opened) => told.push(opened),
    introduced: (peer, stay) => introduced.push([peer, stay]),
  })
  let asked = 0
  /** What comes is told when what was asked after it is answered. */
  const tell = async <Told>(come: () => void): Promise<Told | null> => {
    const before = told.length
    come()
    await opening.history([])
    return (told[before] as Told | undefined) ?? null
  }
  const happen = (event: PageEvent) => tell<OpenedEvent>(() => opening.happened(event))
  const whole = (people: readonly SealingPage[] = [ada, ben, cy]): Welcome => ({
    ...welcome(),
    self: cy.id,
    peers: people.map(({ peer }) => peer),
    knocks: [],
  })
  const enter = async (entered: Welcome = whole()): Promise<OpenedWelcome> => {
    const opened = await tell<OpenedWelcome>(() => opening.welcomed(entered))
    if (!opened) throw new Error('nobody was welcomed')
    return opened
  }
  const hear = async (message: RoomMessage) => {
    const event = await happen({ event: 'message', message })
    return event?.event === 'message' ? event.message : null
  }
  return {
    secret,
    ada,
    ben,
    cy,
    opening,
    introduced,
    /** All that was told, in order. */
    told,
    whole,
    welcome: enter,
    happen,
    hear,
    /** How much was left out since it was asked last. */
    tampered: () => {
      const before = asked
      asked = tampered()
      return asked - before
    },
  }
}
