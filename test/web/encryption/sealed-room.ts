import * as v from 'valibot'
import { PeerId } from '../../../protocol/ids.ts'
import { DisplayName } from '../../../protocol/names/display-name.ts'
import { normaliseRoomName } from '../../../protocol/names/room-name.ts'
import type { MessageKind } from '../../../protocol/page-edge/message-kinds.ts'
import type { Addressee, RoomMessage } from '../../../protocol/page-edge/messages.ts'
import type { PersonName } from '../../../protocol/page-edge/sealed.ts'
import { LinkSealing } from '../../../web/core/encryption/link-sealing.ts'
import { roomKeysOf } from '../../../web/core/encryption/room-keys.ts'
import { newRoomSecret, type RoomSecret } from '../../../web/core/encryption/room-secret.ts'
import { newStay, type Stay } from '../../../web/core/encryption/stay.ts'
import { welcome } from '../room-state/room-samples.ts'

export const everyone: Addressee = { to: 'everyone' }
export const peerId = (name: string): PeerId => v.parse(PeerId, name.padEnd(8, '-'))
const thursday = normaliseRoomName('thursday')

/** Somebody's page in an encrypted room, as far as it seals. */
export class SealingPage {
  readonly id: PeerId
  readonly name: DisplayName
  readonly sealing: LinkSealing
  #sealed = 0

  constructor(name: string, secret: RoomSecret, room = thursday) {
    this.id = peerId(name)
    this.name = v.parse(DisplayName, name)
    this.sealing = new LinkSealing(room, roomKeysOf(secret, room), newStay())
  }

  get introduction(): PersonName {
    return this.sealing.sealName(this.name)
  }

  get peer() {
    const { id, introduction: name } = this
    return { id, name, role: 'participant' as const, creator: false, producers: [] }
  }

  /** A message as an honest edge tells it. */
  say(id: number, payload: string, { kind = 'chat', addressee = everyone, upTo }: Saying = {}): RoomMessage {
    const envelope = { kind, addressee, ...(upTo !== undefined && { upTo }) }
    const sealed = this.sealing.sealWords(envelope, { payload, number: this.#sealed })
    this.#sealed += 1
    return { id, from: this.id, name: this.introduction, ...envelope, at: id, payload: sealed }
  }
}

interface Saying {
  readonly kind?: MessageKind
  readonly addressee?: Addressee
  readonly upTo?: number
}

/** Cy's page, which opens what comes; Ada and Ben are there. */
export function sealedRoom() {
  const secret = newRoomSecret()
  const [ada, ben, cy] = ['ada', 'ben', 'cy'].map((name) => new SealingPage(name, secret)) as [
    SealingPage,
    SealingPage,
    SealingPage,
  ]
  const introduced: [PeerId, Stay | null][] = []
  let tampered = 0
  const opening = cy.sealing.opening({
    unreadableName: () => v.parse(DisplayName, '?'),
    introduced: (peer, stay) => introduced.push([peer, stay]),
    tampered: () => {
      tampered += 1
    },
  })
  const whole = (people = [ada, ben, cy]) => {
    const peers = people.map(({ peer }) => peer)
    return opening.welcome({ ...welcome(), self: cy.id, peers, knocks: [] })
  }
  const hear = (message: RoomMessage) => {
    const event = opening.event({ event: 'message', message })
    return event?.event === 'message' ? event.message : null
  }
  return {
    secret,
    ada,
    ben,
    cy,
    opening,
    introduced,
    welcome: whole,
    hear,
    /** How much was left out since it was asked last. */
    tampered: () => {
      const counted = tampered
      tampered = 0
      return counted
    },
  }
}
