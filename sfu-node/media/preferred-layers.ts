import { setTimeout as delay } from 'node:timers/promises'
import type { Consumer } from 'mediasoup/types'
import { log } from '../shared/log.ts'

/** How long it is waited before mediasoup is asked to pick layers again, each time, in milliseconds: until it looks again by itself. */
export const PICK_AGAIN_MS = [50, 100, 200, 400] as const

/** The part of a mediasoup consumer that it takes: of a picture that is sent in several layers. */
export interface LayeredConsumer
  extends Pick<Consumer, 'closed' | 'paused' | 'producerPaused' | 'setPreferredLayers'> {
  dump(): Promise<object>
}

/**
 * The largest layer that one page is to get of each picture. mediasoup picks those that it sends by the bitrates that it measured: of
 * a picture of which it saw no frame of the lowest frame rate yet it picks none, and looks again only a second later. Whoever comes in
 * is not to be waited for so long, so that it is asked to look again sooner.
 */
export class PreferredLayers {
  readonly #preferred = new Map<LayeredConsumer, 0 | 1 | 2>()
  /** Those that go on, and of which it is not known whether a layer was picked. */
  readonly #begun = new Set<LayeredConsumer>()
  #looking = false

  /** @param spatialLayer - 0 is the smallest. Throws what mediasoup throws. */
  async prefer(consumer: LayeredConsumer, spatialLayer: 0 | 1 | 2): Promise<void> {
    this.#preferred.set(consumer, spatialLayer)
    await consumer.setPreferredLayers({ spatialLayer })
  }

  forget(consumer: LayeredConsumer): void {
    this.#preferred.delete(consumer)
    this.#begun.delete(consumer)
  }

  /**
   * A picture goes on: resolves when mediasoup has picked a layer of it, or has been asked often enough; never rejects. It is asked
   * for all of a page's pictures at once, so that whoever lets many of them go on costs no more.
   */
  async pick(consumer: LayeredConsumer): Promise<void> {
    this.#begun.add(consumer)
    if (this.#looking) return
    this.#looking = true
    try {
      for (const waitMs of PICK_AGAIN_MS) {
        const lacking = await this.#firstWithoutLayer()
        if (lacking === null) break
        await delay(waitMs)
        await this.#askAgain(lacking)
      }
    } catch (error) {
      log.warn('no-layer-picked', { reason: String(error) })
    } finally {
      this.#begun.clear()
      this.#looking = false
    }
  }

  async #firstWithoutLayer(): Promise<LayeredConsumer | null> {
    for (const consumer of this.#begun) {
      if (await this.#unlessGone(consumer, lacksLayer)) return consumer
      this.#begun.delete(consumer)
    }
    return null
  }

  /** mediasoup picks the layers of all pictures anew where another one is preferred of one of them. */
  async #askAgain(consumer: LayeredConsumer): Promise<void> {
    await this.#unlessGone(consumer, async () => {
      await consumer.setPreferredLayers({ spatialLayer: this.#preferredOf(consumer), temporalLayer: 0 })
      // Another one may be preferred by now.
      await consumer.setPreferredLayers({ spatialLayer: this.#preferredOf(consumer) })
    })
  }

  /** mediasoup begins with the largest. */
  #preferredOf(consumer: LayeredConsumer): 0 | 1 | 2 {
    return this.#preferred.get(consumer) ?? 2
  }

  /** What that comes to; null where the picture has ended, which it may at any moment. */
  async #unlessGone<T>(
    consumer: LayeredConsumer,
    does: (consumer: LayeredConsumer) => Promise<T>,
  ): Promise<T | null> {
    if (consumer.closed) return null
    try {
      return await does(consumer)
    } catch (error) {
      if (consumer.closed) return null
      throw error
    }
  }
}

async function lacksLayer(consumer: LayeredConsumer): Promise<boolean> {
  if (consumer.paused || consumer.producerPaused) return false
  const dump = await consumer.dump()
  return 'targetSpatialLayer' in dump && dump.targetSpatialLayer === -1
}
