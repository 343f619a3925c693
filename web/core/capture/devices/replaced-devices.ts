import type { OpenedDevice } from './opened-device.ts'

/** How long a track that was exchanged may wait for whoever sends it: then it stops all the same, and with it its light. */
const HAND_OVER_PATIENCE_MS = 5_000

/** What another has replaced, until nobody sends it any more: there is no gap between the two. */
export class ReplacedDevices {
  readonly #waiting = new Set<OpenedDevice>()
  readonly #handedOver: () => Promise<unknown>

  /** @param handedOver - Resolves when what stands in the new one's place now is sent. */
  constructor(handedOver: () => Promise<unknown>) {
    this.#handedOver = handedOver
  }

  /** Stops it when it has been handed over; what is then open is not stopped with it. */
  add(former: OpenedDevice, nowOpen: () => OpenedDevice | null): void {
    this.#waiting.add(former)
    const patience = new Promise((resolve) => setTimeout(resolve, HAND_OVER_PATIENCE_MS))
    Promise.race([this.#handedOver(), patience])
      .catch((error) => console.warn('capture: not handed over', error))
      .finally(() => {
        this.#waiting.delete(former)
        former.stop(nowOpen())
      })
  }

  stop(): void {
    for (const former of this.#waiting) former.stop()
  }
}
