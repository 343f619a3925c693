import type { PeerId, ProducerId } from '../../../../protocol/ids.ts'
import type { ConsumerInfo } from '../../../../protocol/media/session.ts'

/**
 * The streams of one stay in a room that this browser could not negotiate (P6): they are done without, in later media sessions
 * too, so that none of them ends what all others send.
 */
export class Unreceivable {
  readonly #owners = new Map<ProducerId, PeerId>()
  #wasSurprised = false

  /** Whether a negotiation has failed that looked well: from then on all others are rehearsed. */
  get wasSurprised(): boolean {
    return this.#wasSurprised
  }

  has({ producer }: ConsumerInfo): boolean {
    return this.#owners.has(producer)
  }

  /** @param why - For the log. */
  add({ producer, peer, kind }: ConsumerInfo, why: unknown): void {
    if (this.#owners.has(producer)) return
    this.#owners.set(producer, peer)
    console.warn('call: done without a stream that cannot be negotiated', { producer, kind }, why)
  }

  /** What failed could not be told beforehand. */
  noteSurprise(): void {
    this.#wasSurprised = true
  }

  forgetProducer(producer: ProducerId): void {
    this.#owners.delete(producer)
  }

  forgetPeer(peer: PeerId): void {
    for (const [producer, owner] of this.#owners) if (owner === peer) this.#owners.delete(producer)
  }
}
