import type { NetworkVerdict } from '../../core/network/network-figures.ts'

/** What the page offers where one's own link changes: to do without pictures, and to have them again. */
export type LinkOffer = 'weak-link' | 'link-well'

/** How long a link is bad before we ask: what passes by itself needs no answer. */
export const POOR_FOR_MS = 5_000
/** Shorter than this a link that is good otherwise may be less so: one lost packet is seen in all looks of three seconds. */
export const MOMENT_MS = 5_000
/** How long it is good again before what was offered is offered no more. */
const RECOVERED_FOR_MS = 10_000
/** How long it is good again before pictures are offered; twice as long each time that it was too soon. */
export const WELL_FOR_MS = 20_000
const MOST_WELL_FOR_MS = 600_000
/** Whoever said “not now”, or nothing, is not asked again for so long. */
export const QUIET_FOR_MS = 600_000

export interface LinkOffersHost {
  offer(what: LinkOffer): void
  /** It is no longer true: nobody has to answer. */
  withdraw(what: LinkOffer): void
}

/** Decides when to ask, and when to be quiet. */
export class LinkOffers {
  readonly #host: LinkOffersHost
  /** Since when the link has been poor. */
  #poorSinceMs: number | null = null
  /** Since when it has been good, but for moments. */
  #goodSinceMs: number | null = null
  /** Since when it has not been good. */
  #otherSinceMs: number | null = null
  #offered: LinkOffer | null = null
  #quietUntilMs: Record<LinkOffer, number> = { 'weak-link': 0, 'link-well': 0 }
  #wellForMs = WELL_FOR_MS
  /** Whether there are no pictures because we offered it. */
  #accepted = false

  constructor(host: LinkOffersHost) {
    this.#host = host
  }

  /** To be called every second or two; `verdict` is null where nothing is known. */
  note(verdict: NetworkVerdict | null, soundOnly: boolean, nowMs: number): void {
    this.#judge(verdict, nowMs)
    const lasted = (sinceMs: number | null, ms: number) => sinceMs !== null && nowMs - sinceMs >= ms
    const goodFor = (ms: number) => verdict === 'good' && lasted(this.#goodSinceMs, ms)
    this.#follow(soundOnly, nowMs)
    if (!soundOnly) {
      if (lasted(this.#poorSinceMs, POOR_FOR_MS)) this.#offer('weak-link', nowMs)
      if (goodFor(RECOVERED_FOR_MS)) this.#withdraw('weak-link')
    } else if (this.#accepted) {
      if (goodFor(this.#wellForMs)) this.#offer('link-well', nowMs)
      if (verdict === 'poor') this.#withdraw('link-well')
    }
  }

  #judge(verdict: NetworkVerdict | null, nowMs: number): void {
    this.#poorSinceMs = verdict === 'poor' ? (this.#poorSinceMs ?? nowMs) : null
    this.#otherSinceMs = verdict === 'good' ? null : (this.#otherSinceMs ?? nowMs)
    const isOver = this.#otherSinceMs !== null && nowMs - this.#otherSinceMs >= MOMENT_MS
    if (verdict === 'good') this.#goodSinceMs ??= nowMs
    // Of a link of which nothing is known, nobody knows either that it is good.
    else if (verdict === null || isOver) this.#goodSinceMs = null
  }

  /** The person did as was offered, or by themselves; whoever chose to do without pictures is not asked to have them. */
  #follow(soundOnly: boolean, nowMs: number): void {
    if (soundOnly && this.#offered === 'weak-link') {
      this.#accepted = true
      this.#offered = null
      this.#host.withdraw('weak-link')
    }
    if (!soundOnly && this.#accepted) {
      this.#accepted = false
      this.#withdraw('link-well')
      this.#quietUntilMs = { 'weak-link': nowMs, 'link-well': nowMs }
      this.#wellForMs = Math.min(this.#wellForMs * 2, MOST_WELL_FOR_MS)
    }
  }

  #offer(what: LinkOffer, nowMs: number): void {
    if (nowMs < this.#quietUntilMs[what]) return
    this.#quietUntilMs = { ...this.#quietUntilMs, [what]: nowMs + QUIET_FOR_MS }
    this.#offered = what
    this.#host.offer(what)
  }

  #withdraw(what: LinkOffer): void {
    if (this.#offered !== what) return
    this.#offered = null
    this.#host.withdraw(what)
  }
}
