import { setTimeout as delay } from 'node:timers/promises'
import type { Consumer } from 'mediasoup/types'
import { log } from '../shared/log.ts'

/** How long it is waited before mediasoup is asked to pick a layer again, in milliseconds, and how often. */
export const PICK_AGAIN_MS = 50
export const PICK_AGAIN_TIMES = 20

/** The part of a mediasoup consumer that it takes: of a picture that is sent in several layers. */
export interface LayeredConsumer
  extends Pick<Consumer, 'closed' | 'paused' | 'producerPaused' | 'setPreferredLayers'> {
  readonly observer: { on(event: 'resume', listener: () => void): void }
  dump(): Promise<object>
}

/**
 * The largest layer of a picture that one page is to get. mediasoup picks the one that it sends by the bitrates that it measured: of
 * a picture of which it saw no frame of the lowest frame rate yet it picks none, and looks again only a second later.
 * Whoever turns a camera on is not to be waited for so long, so that it is asked to look again at once.
 */
export class PreferredLayer {
  readonly #consumer: LayeredConsumer
  /** mediasoup begins with the largest. */
  #spatialLayer: 0 | 1 | 2 = 2
  #asking = false

  constructor(consumer: LayeredConsumer) {
    this.#consumer = consumer
    consumer.observer.on('resume', () => void this.#pick())
  }

  /** @param spatialLayer - 0 is the smallest. Throws what mediasoup throws. */
  async prefer(spatialLayer: 0 | 1 | 2): Promise<void> {
    this.#spatialLayer = spatialLayer
    await this.#consumer.setPreferredLayers({ spatialLayer })
  }

  async #pick(): Promise<void> {
    if (this.#asking) return
    this.#asking = true
    try {
      for (let time = 0; time < PICK_AGAIN_TIMES && (await this.#lacksLayer()); time += 1) {
        await delay(PICK_AGAIN_MS)
        await this.#askAgain()
      }
    } catch (error) {
      // It may end at any moment.
      if (!this.#consumer.closed) log.warn('no-layer-picked', { reason: String(error) })
    } finally {
      this.#asking = false
    }
  }

  async #lacksLayer(): Promise<boolean> {
    const { closed, paused, producerPaused } = this.#consumer
    if (closed || paused || producerPaused) return false
    const dump = await this.#consumer.dump()
    return 'targetSpatialLayer' in dump && dump.targetSpatialLayer === -1
  }

  /** mediasoup picks anew where something else is preferred than before. */
  async #askAgain(): Promise<void> {
    await this.#consumer.setPreferredLayers({ spatialLayer: this.#spatialLayer, temporalLayer: 0 })
    await this.prefer(this.#spatialLayer)
  }
}
