import * as v from 'valibot'

/**
 * Browsers reckon the energy of a sound from its peaks (libwebrtc's AudioLevel). Speech and noise are about 10 dB quieter than
 * their peaks, and that is what is looked for.
 */
const OF_PEAK = 10 ** (-10 / 20)

/** What is read of the reports on voices (W3C webrtc-stats §8.2). */
const VoiceReport = v.object({
  type: v.literal('inbound-rtp'),
  kind: v.literal('audio'),
  trackIdentifier: v.string(),
  totalAudioEnergy: v.number(),
  totalSamplesDuration: v.number(),
})

/** Reads what the browser has counted of all that is received (W3C webrtc-stats). */
export type ReadReports = () => Promise<readonly Iterable<unknown>[]>

interface Heard {
  readonly energy: number
  readonly seconds: number
  /** How loud it was before that, 0 to 1. */
  readonly amplitude: number
}

/**
 * How loud the voices are that do not tell it in their packets, as in encrypted rooms (K21): by what the browser has counted of all
 * of them, asked for at once, and never again before it has answered.
 */
export class VoiceLevels {
  readonly #read: ReadReports
  #heard: ReadonlyMap<string, Heard> = new Map()
  #isAsking = false

  constructor(read: ReadReports) {
    this.#read = read
  }

  /** How loud that track was between the last two answers: an amplitude from 0 to 1. */
  amplitudeOf(trackId: string): number {
    return this.#heard.get(trackId)?.amplitude ?? 0
  }

  /** Asks how loud all are now. */
  look(): void {
    if (this.#isAsking) return
    this.#isAsking = true
    this.#read()
      .then((reports) => {
        this.#heard = heardIn(reports, this.#heard)
      })
      .catch((cause) => console.warn('call: how loud voices are', cause))
      .finally(() => {
        this.#isAsking = false
      })
  }
}

function heardIn(
  reports: readonly Iterable<unknown>[],
  before: ReadonlyMap<string, Heard>,
): ReadonlyMap<string, Heard> {
  const heard = new Map<string, Heard>()
  for (const report of reports.flatMap((values) => [...values])) {
    const read = v.safeParse(VoiceReport, report)
    if (!read.success) continue
    const { trackIdentifier, totalAudioEnergy: energy, totalSamplesDuration: seconds } = read.output
    const earlier = before.get(trackIdentifier)
    heard.set(trackIdentifier, { energy, seconds, amplitude: amplitudeSince(earlier, energy, seconds) })
  }
  return heard
}

function amplitudeSince(earlier: Heard | undefined, energy: number, seconds: number): number {
  if (!earlier || energy < earlier.energy) return 0
  // Asked again before anything was played: it is as loud as it was.
  if (seconds <= earlier.seconds) return earlier.amplitude
  return OF_PEAK * Math.sqrt((energy - earlier.energy) / (seconds - earlier.seconds))
}
