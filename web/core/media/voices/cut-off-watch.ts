import type { PeerId, ProducerId } from '../../../../protocol/ids.ts'
import type { Received } from '../receiving/consumers.ts'

/** How long nothing may come of somebody whose microphone is on: even silence sends a packet every 400 ms (RFC 6716 §2.1.9). */
const CUT_OFF_MS = 3_000
/** From then on it is worth to know whether our own way works. */
const DOUBT_MS = 600
/** What came so much later than their last packet was not on its way together with it. */
const APART_MS = 1_000
/** Our way is asked at most that often: a look at all statistics costs something. */
const ASK_EVERY_MS = 500
/** Nobody looked for so long: the page was held, or the machine slept, and what did not come meanwhile says nothing. */
const ABSENT_MS = 2_500

const NEVER = Number.NEGATIVE_INFINITY

export interface CutOffHost {
  /** Whether that is a voice that is to be heard: of a microphone that is neither muted nor held back. */
  isOn(producer: ProducerId): boolean
  /** A count that grows with anything that comes from the node, checks of the way included (RFC 7675). */
  countReceived(): Promise<number>
  /** Of these people nothing comes, though it should. */
  changed(cutOff: ReadonlySet<PeerId>): void
}

/** What is received of one person. */
interface Line {
  readonly voices: readonly ProducerId[]
  readonly pictures: readonly Pick<RTCRtpReceiver, 'getSynchronizationSources'>[]
  /** When anything came of them last; null while there is nothing to miss. */
  heardAtMs: number | null
  /** When our own way was first seen to work since then. */
  signAtMs: number | null
  /** When pictures were played last, by the browser's clock. */
  played: string
}

/**
 * Knows of whom nothing comes though their microphone is on, while our own way works: the edge finds out, too, but later
 * (R8). A sign that our way works is what comes of others, or from the node itself.
 */
export class CutOffWatch {
  readonly #host: CutOffHost
  readonly #lines = new Map<PeerId, Line>()
  #cutOff: ReadonlySet<PeerId> = new Set()
  #lookedAtMs: number | null = null
  #askedAtMs = NEVER
  #received: number | null = null
  /** When the count was last seen to have grown. */
  #grewAtMs = NEVER

  constructor(host: CutOffHost) {
    this.#host = host
  }

  /** Looks at those whose voices are received, and at no others. */
  follow(received: readonly Received[]): void {
    const before = new Map(this.#lines)
    this.#lines.clear()
    for (const peer of new Set(received.map((each) => each.peer))) {
      const theirs = received.filter((each) => each.peer === peer)
      const voices = theirs.filter(({ kind }) => kind === 'audio').map(({ producer }) => producer)
      const pictures = theirs.flatMap(({ kind, receiver }) =>
        kind === 'video' && receiver ? [receiver] : [],
      )
      const { heardAtMs = null, signAtMs = null, played = '' } = before.get(peer) ?? {}
      this.#lines.set(peer, { voices, pictures, heardAtMs, signAtMs, played })
    }
    this.#tell(new Set([...this.#cutOff].filter((peer) => this.#lines.get(peer)?.voices.length)))
  }

  /** To be called a few times a second, with the sounds of which a packet has come since. */
  look(heard: ReadonlySet<ProducerId>, nowMs: number): void {
    const absent = nowMs - (this.#lookedAtMs ?? nowMs) > ABSENT_MS
    this.#lookedAtMs = nowMs
    for (const line of this.#lines.values()) {
      const comes = line.voices.some((voice) => heard.has(voice))
      if (!line.voices.some((voice) => this.#host.isOn(voice))) this.#note(line, null)
      else if (comes || (absent && line.heardAtMs !== null)) this.#note(line, nowMs)
    }
    if (absent) this.#received = null
    this.#judge(nowMs)
  }

  stop(): void {
    this.#lines.clear()
    this.#tell(new Set())
  }

  #note(line: Line, atMs: number | null): void {
    line.heardAtMs = atMs
    line.signAtMs = null
  }

  #judge(nowMs: number): void {
    const cutOff = new Set<PeerId>()
    for (const [peer, line] of this.#lines) {
      if (line.heardAtMs === null || nowMs - line.heardAtMs < DOUBT_MS) continue
      if (isSeen(line)) {
        this.#note(line, nowMs)
        continue
      }
      this.#ask(nowMs)
      if (this.#lastSign() - line.heardAtMs > APART_MS) line.signAtMs ??= nowMs
      const longEnough = nowMs - line.heardAtMs >= CUT_OFF_MS
      if (longEnough && (this.#cutOff.has(peer) || this.#isOurWayFine(line, nowMs))) cutOff.add(peer)
    }
    this.#tell(cutOff)
  }

  /** Had theirs been on its way together with the sign, it would be here by now. */
  #isOurWayFine({ signAtMs }: Line, nowMs: number): boolean {
    return signAtMs !== null && nowMs - signAtMs >= APART_MS && nowMs - this.#lastSign() < CUT_OFF_MS
  }

  #lastSign(): number {
    return Math.max(this.#grewAtMs, ...[...this.#lines.values()].map(({ heardAtMs }) => heardAtMs ?? NEVER))
  }

  #ask(nowMs: number): void {
    if (nowMs - this.#askedAtMs < ASK_EVERY_MS) return
    this.#askedAtMs = nowMs
    this.#host.countReceived().then(
      (count) => {
        if (this.#received !== null && count > this.#received) this.#grewAtMs = nowMs
        this.#received = count
      },
      (cause) => {
        // Between two connections there is nothing to count.
        console.info('call: nothing to count', cause)
        this.#received = null
      },
    )
  }

  #tell(cutOff: ReadonlySet<PeerId>): void {
    if (cutOff.size === this.#cutOff.size && [...cutOff].every((peer) => this.#cutOff.has(peer))) return
    this.#cutOff = cutOff
    this.#host.changed(cutOff)
  }
}

/** Whether another picture of theirs was played since it was last asked: then they are there, whatever became of their voice. */
function isSeen(line: Line): boolean {
  const played = line.pictures.map((picture) => picture.getSynchronizationSources()[0]?.timestamp ?? 0).join()
  const seen = line.played !== '' && played !== line.played
  line.played = played
  return seen
}
