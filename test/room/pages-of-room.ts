import { newProducerId, type PeerId, type ProducerId } from '../../protocol/ids.ts'
import type { MediaSession } from '../../protocol/media.ts'
import type { PageEvent } from '../../protocol/page-events.ts'
import type { Welcome } from '../../protocol/page-requests.ts'
import type { RoomEffect } from '../../worker/room/core/effects.ts'
import { someRtp } from '../support/scripted-node.ts'
import type { RoomBench } from './room-bench.ts'

interface Page {
  generation: number | null
  /** What it was told to receive in the session that holds. */
  received: Set<ProducerId>
}

/** Pages that do what they are told, as far as media goes: they send a voice into every session, and finish moves. */
export class PagesOfRoom {
  readonly #room: RoomBench
  readonly #pages = new Map<PeerId, Page>()

  constructor(room: RoomBench) {
    this.#room = room
  }

  get people(): PeerId[] {
    return [...this.#pages.keys()]
  }

  /** Of whose voices that person was told how to receive them. */
  heardBy(listener: PeerId): PeerId[] {
    const received = this.#pages.get(listener)?.received ?? new Set()
    return [...this.#room.state.peers.values()]
      .filter(({ id, producers }) => id !== listener && producers.some((each) => received.has(each.id)))
      .map(({ id }) => id)
  }

  forget(peer: PeerId): void {
    this.#pages.delete(peer)
  }

  /** Does what an effect of the room asks of them. */
  take(effect: RoomEffect): void {
    if (effect.do === 'answer' && isWelcome(effect.result)) {
      this.#pages.set(effect.peer, { generation: null, received: new Set() })
      if (effect.result.media) this.#begin(effect.peer, effect.result.media)
    }
    if (effect.do !== 'tell') return
    const { audience, event } = effect
    for (const [peer, page] of this.#pages) {
      const isFor = 'only' in audience ? audience.only === peer : audience.except !== peer
      if (isFor) this.#hear(peer, page, event)
    }
  }

  #hear(peer: PeerId, page: Page, event: PageEvent): void {
    switch (event.event) {
      case 'media-started':
      case 'media-moved':
        this.#begin(peer, event.media)
        if (event.event === 'media-moved') {
          this.#room.ask(peer, { name: 'finish-move', params: { generation: event.media.generation } })
        }
        return
      case 'media-lost':
        if (event.peers.includes(peer)) page.generation = null
        return
      case 'producer-added':
        if (event.consumer) page.received.add(event.consumer.producer)
        return
      case 'consumer-added':
        page.received.add(event.consumer.producer)
        return
      case 'producer-removed':
        page.received.delete(event.producer)
        return
    }
  }

  #begin(peer: PeerId, { generation, consumers }: MediaSession): void {
    this.#pages.set(peer, { generation, received: new Set(consumers.map(({ producer }) => producer)) })
    const params = { generation, producer: newProducerId(), rtpParameters: someRtp, paused: false }
    this.#room.ask(peer, { name: 'produce', params: { ...params, source: 'microphone' } })
  }
}

const isWelcome = (result: object): result is Welcome => 'kind' in result && result.kind === 'welcome'
