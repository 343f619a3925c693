/** Loudness (see `loudnessOf`) from which somebody speaks: -35 dBFS. */
const SPEAKS_FROM = 0.42
/** Somebody who speaks goes on speaking down to here: -39 dBFS. */
const SPEAKS_DOWN_TO = 0.35
/** Pauses between words, in milliseconds, are not the end. */
const PAUSE_MS = 700

/** Whether somebody speaks, and when that was last heard. */
export interface VoiceActivity {
  readonly speaking: boolean
  readonly heardAtMs: number
}

export const SILENT: VoiceActivity = { speaking: false, heardAtMs: Number.NEGATIVE_INFINITY }

/** The gate after hearing a loudness: quick to open, slow to close, with two thresholds, so that nothing flickers. */
export function hear(gate: VoiceActivity, loudness: number, nowMs: number): VoiceActivity {
  const heard = loudness >= (gate.speaking ? SPEAKS_DOWN_TO : SPEAKS_FROM)
  if (heard) return { speaking: true, heardAtMs: nowMs }
  if (gate.speaking && nowMs - gate.heardAtMs >= PAUSE_MS) return { ...gate, speaking: false }
  return gate
}
