import {
  figuresBetween,
  type NetworkFigures,
  type NetworkVerdict,
  verdictOn,
} from '../../core/network/network-figures.ts'
import { type NetworkReading, readNetwork } from '../../core/network/network-reading.ts'
import { LinkOffers, type LinkOffersHost } from './link-offers.ts'

/** Over so long the link is judged: a moment's loss is none of it. */
const WINDOW_MS = 3_000
/** A good link is looked at less often: each look costs the browser something. */
const LOOK_EVERY_MS = { good: 2_000, other: 1_000 } as const

export interface LinkWatchHost extends LinkOffersHost {
  /** What the browser reports of the connections. */
  reports(): Promise<readonly Iterable<unknown>[]>
  isSoundOnly(): boolean
}

/** Judges one's own link for as long as one is in a call and looks at it, and has the page offer what helps. */
export class LinkWatch {
  readonly #host: LinkWatchHost
  readonly #offers: LinkOffers
  #readings: readonly NetworkReading[] = []
  #timer: ReturnType<typeof setTimeout> | undefined
  #closed = false

  constructor(host: LinkWatchHost) {
    this.#host = host
    this.#offers = new LinkOffers(host)
    this.#wait(LOOK_EVERY_MS.other)
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#timer)
  }

  #wait(ms: number): void {
    this.#timer = setTimeout(() => {
      this.#look().then(
        (verdict) => {
          if (!this.#closed) this.#wait(verdict === 'good' ? LOOK_EVERY_MS.good : LOOK_EVERY_MS.other)
        },
        (cause) => {
          // Between two connections there is nothing to see.
          console.info('call: the link', cause)
          this.#readings = []
          if (!this.#closed) this.#wait(LOOK_EVERY_MS.good)
        },
      )
    }, ms)
  }

  async #look(): Promise<NetworkVerdict | null> {
    const reports = await this.#host.reports()
    if (this.#closed) return null
    const now = readNetwork(reports, performance.now())
    // Whoever looks elsewhere has no pictures, and answers nothing.
    const seen = document.visibilityState === 'visible' ? this.#readings : []
    // A busy machine looks late: what happened since the last look is known all the same.
    const first = seen.find(({ atMs }) => now.atMs - atMs <= WINDOW_MS) ?? seen.at(-1)
    this.#readings = [...seen.filter(({ atMs }) => now.atMs - atMs <= WINDOW_MS), now]
    const verdict = first ? verdictOnOwnLink(figuresBetween(first, now)) : null
    this.#offers.note(verdict, this.#host.isSoundOnly(), now.atMs)
    return verdict
  }
}

/** What others lose on their own way to the node is no reason to do without pictures here. */
const verdictOnOwnLink = (figures: NetworkFigures): NetworkVerdict | null =>
  verdictOn({ ...figures, receivedLoss: figures.ownReceivedLoss })
