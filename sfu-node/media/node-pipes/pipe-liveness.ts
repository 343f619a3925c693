import type { DirectTransport, PipeTransport, Router, SctpState } from 'mediasoup/types'

/** How long the other end may take to answer, once this one knows where it is, or was heard last. */
export const PIPE_ANSWER_TIMEOUT_MS = 5_000

/**
 * Watches whether the two ends of a pipe reach each other. RTP does not say, and firewalls drop in silence: an empty
 * data channel through the pipe (SCTP, RFC 9260) shakes hands, and hears of it when the other end goes.
 */
export class PipeLiveness {
  readonly #pipe: PipeTransport
  readonly #onSilent: () => void
  #timer: NodeJS.Timeout | undefined

  private constructor(pipe: PipeTransport, source: DirectTransport, onSilent: () => void) {
    this.#pipe = pipe
    this.#onSilent = onSilent
    pipe.on('sctpstatechange', (state) => this.#changed(state))
    pipe.observer.once('close', () => {
      clearTimeout(this.#timer)
      source.close()
    })
  }

  /** `onSilent` is called each time that nothing is heard of the other end for so long. Throws what mediasoup throws. */
  static async open(pipe: PipeTransport, router: Router, onSilent: () => void): Promise<PipeLiveness> {
    const source = await router.createDirectTransport()
    const liveness = new PipeLiveness(pipe, source, onSilent)
    const { id: dataProducerId } = await source.produceData()
    await pipe.consumeData({ dataProducerId })
    return liveness
  }

  /** To be called when this end is told where the other is. */
  begin(): void {
    this.#changed(this.#pipe.sctpState)
  }

  #changed(state: SctpState | undefined): void {
    clearTimeout(this.#timer)
    if (state === 'connected' || this.#pipe.closed) return
    this.#timer = setTimeout(this.#onSilent, PIPE_ANSWER_TIMEOUT_MS).unref()
  }
}
