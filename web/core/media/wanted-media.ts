import type { ProducerId } from '../../../protocol/ids.ts'
import type { MediaSource } from '../../../protocol/media/session.ts'
import type { TurnLevel } from '../../../protocol/media/turn.ts'
import type { MediaConnection } from './media-connection.ts'
import type { Wanted } from './sending/local-source.ts'
import type { ShownPicture } from './shown-picture.ts'
import { isWithheldFromTurn } from './transports/turn.ts'

/** What is to be sent and shown in one stay in a room, whichever media session it goes through. */
export class WantedMedia {
  readonly #sources = new Map<MediaSource, Wanted>()
  #shown: ReadonlyMap<ProducerId, ShownPicture> = new Map()
  #layer: 0 | 2 = 2
  /** What the room's TURN servers still carry. */
  #turnLevel: TurnLevel = 'all'

  /** Has a new connection do all of it. */
  beginOn(connection: MediaConnection): void {
    connection.limit(this.#layer)
    connection.show(this.#shown)
    this.sendOn([connection])
  }

  /** Has these connections send all that is wanted, as far as their ways let it through (M10). */
  sendOn(connections: readonly MediaConnection[]): void {
    for (const source of this.#sources.keys()) this.#send(connections, source)
  }

  /** Sends a source, or mutes it, or stops it. */
  want(source: MediaSource, wanted: Wanted, connections: readonly MediaConnection[]): void {
    this.#sources.set(source, wanted)
    this.#send(connections, source)
  }

  /** It is not wanted any more, and the connections know. */
  forget(source: MediaSource): void {
    this.#sources.delete(source)
  }

  forgetAll(): void {
    this.#sources.clear()
  }

  /** What goes through TURN servers from now on: where we do, the rest waits, and goes on by itself. Says whether that is news. */
  allowTurn(level: TurnLevel, connections: readonly MediaConnection[]): boolean {
    if (level === this.#turnLevel) return false
    this.#turnLevel = level
    this.sendOn(connections)
    return true
  }

  /** Says what the page shows. */
  show(pictures: ReadonlyMap<ProducerId, ShownPicture>, connection: MediaConnection | null): void {
    this.#shown = pictures
    connection?.show(pictures)
  }

  /** Sends our camera up to this layer (0 is the smallest). */
  limit(layer: 0 | 2, connections: readonly MediaConnection[]): void {
    this.#layer = layer
    for (const connection of connections) connection.limit(layer)
  }

  #send(connections: readonly MediaConnection[], source: MediaSource): void {
    const wanted = this.#sources.get(source)
    if (wanted === undefined) return
    for (const connection of connections) {
      const waits = connection.viaTurn && isWithheldFromTurn(source, this.#turnLevel)
      connection.want(source, waits ? { track: null, paused: true } : wanted)
    }
  }
}
