import * as v from 'valibot'
import { newProducerId, type PeerId, type ProducerId, type ResumeToken } from '../../../protocol/ids.ts'
import type { MediaSession } from '../../../protocol/media/session.ts'
import { DisplayName } from '../../../protocol/names/display-name.ts'
import type { PageEvent } from '../../../protocol/page-edge/events.ts'
import type { Welcome } from '../../../protocol/page-edge/requests.ts'
import { PLAIN } from '../../../web/core/encryption/plain-sealing.ts'
import { fold, INITIAL_STATE, type RoomState } from '../../../web/core/room-state/room-state.ts'
import type { MemberRequest } from '../../../worker/room/core/inputs.ts'
import { someRtp } from '../../support/scripted-node.ts'
import { FollowedGroup } from './followed-group.ts'
import { openEvent, openWelcome } from './seeming-seal.ts'

/**
 * One person's page, as far as the room can tell: it folds what it hears as the real page does, sends a voice into every media
 * session, and finishes migrations.
 */
export class FollowedPage {
  readonly peer: PeerId
  token: ResumeToken
  isConnected = true
  /** Whether its join was answered: what it is told before that is in its welcome. */
  #isIn = true
  /** Whether its transports are still there: a cut socket keeps them, a reload does not. */
  keepsMedia = true
  /** The number of the last event that it knows of. */
  seq = 0
  state: RoomState = INITIAL_STATE
  /** Messages that it has to have heard since its welcome, and those that it heard: their numbers. */
  due: number[] = []
  heard: number[] = []
  readonly group = new FollowedGroup()
  readonly #isEncrypted: boolean
  readonly #opening = PLAIN.opening({
    welcomed: (welcome) => {
      this.state = fold(this.state, { kind: 'welcome', welcome })
    },
    happened: (event) => {
      this.state = fold(this.state, { kind: 'event', event })
    },
    unreadableName: () => v.parse(DisplayName, '?'),
    introduced: () => {},
    tampered: () => {
      throw new Error('nothing of a plain room does not open')
    },
  })
  #received = new Set<ProducerId>()
  #lastProduce: MemberRequest | null = null
  readonly #ask: (asked: MemberRequest) => void

  constructor(welcome: Welcome, isEncrypted: boolean, ask: (asked: MemberRequest) => void) {
    this.peer = welcome.self
    this.#isEncrypted = isEncrypted
    this.token = welcome.resumeToken
    this.#ask = ask
    this.welcome(welcome)
  }

  /** The whole room, at first or again. */
  welcome(welcome: Welcome): void {
    this.isConnected = true
    this.#isIn = true
    this.keepsMedia = true
    this.seq = welcome.seq
    this.token = welcome.resumeToken
    this.#opening.welcomed(this.#isEncrypted ? openWelcome(welcome) : welcome)
    this.group.welcomed(welcome.group)
    this.due = []
    this.heard = []
    this.#received = new Set()
    if (welcome.media) this.#begin(welcome.media)
  }

  /** Its socket is cut, or the whole page goes. */
  cut(goingAway: boolean): void {
    this.isConnected = false
    this.#isIn = false
    this.keepsMedia &&= !goingAway
  }

  /** On another socket, as the same person, told what it missed: what was asked and perhaps never answered is asked again. */
  resumed(missed: readonly { readonly seq: number; readonly event: PageEvent }[]): void {
    this.#isIn = true
    for (const { seq, event } of missed) this.hear(seq, event)
    if (this.#lastProduce) this.#ask(this.#lastProduce)
    const { unanswered } = this.group
    if (unanswered) this.#ask({ name: 'commit', params: unanswered })
  }

  /** What was lost with a node has not come again within 3 s (F2). */
  lossIsOver(): void {
    this.state = fold(this.state, { kind: 'local', fact: 'loss-over' })
  }

  hear(seq: number, event: PageEvent): void {
    if (!this.#isIn || seq <= this.seq) return
    this.seq = seq
    this.#opening.happened(this.#isEncrypted ? openEvent(event) : event)
    switch (event.event) {
      case 'media-started':
        return this.#begin(event.media)
      case 'migration-started':
        this.#begin(event.media)
        return this.#ask({ name: 'finish-migration', params: { generation: event.media.generation } })
      case 'producer-added':
        if (event.consumer) this.#received.add(event.consumer.producer)
        return
      case 'consumer-added':
        this.#received.add(event.consumer.producer)
        return
      case 'producer-removed':
        this.#received.delete(event.producer)
        return
      case 'group-changed':
        return this.group.changed(event.epoch)
      case 'message':
        this.heard.push(event.message.id)
        return
    }
  }

  /** Whether it was told how to receive that producer, in the media session that holds. */
  receives(producer: ProducerId): boolean {
    return this.#received.has(producer)
  }

  #begin({ generation, consumers }: MediaSession): void {
    this.#received = new Set(consumers.map(({ producer }) => producer))
    const params = { generation, producer: newProducerId(), rtpParameters: someRtp, paused: false }
    this.#lastProduce = { name: 'produce', params: { ...params, source: 'microphone' } }
    this.#ask(this.#lastProduce)
  }
}
