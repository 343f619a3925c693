import { running } from './running-context.ts'

/** The notes of the chime, in hertz (E5, then C5), one after the other. */
const NOTES_HZ = [659, 523] as const
const NOTE_S = 0.45
/** Under full scale, so that it startles nobody. */
const LOUDNESS = 0.25
/** Near enough to silence, for a curve that cannot reach it. */
const FAINT = 0.0001

/**
 * Plays a short chime on that loudspeaker (null is the system's own), through an element, as voices are. Resolves when it
 * has sounded; rejects where the loudspeaker does not play.
 */
export async function playTestSound(speaker: string | null): Promise<void> {
  const context = new AudioContext()
  const element = new Audio()
  try {
    if (speaker !== null && 'setSinkId' in element) await element.setSinkId(speaker)
    const out = new MediaStreamAudioDestinationNode(context)
    element.srcObject = out.stream
    await element.play()
    await running(context)
    await Promise.all(NOTES_HZ.map((hertz, index) => playNote(context, out, hertz, index * NOTE_S)))
  } finally {
    element.srcObject = null
    await context.close()
  }
}

/** One note that is struck after `delayS` and fades. Resolves when it has. */
function playNote(context: AudioContext, out: AudioNode, frequency: number, delayS: number): Promise<void> {
  const start = context.currentTime + delayS
  const strike = new GainNode(context, { gain: 0 })
  strike.gain.setValueAtTime(LOUDNESS, start)
  strike.gain.exponentialRampToValueAtTime(FAINT, start + 2 * NOTE_S)
  const tone = new OscillatorNode(context, { frequency })
  tone.connect(strike).connect(out)
  tone.start(start)
  tone.stop(start + 2 * NOTE_S)
  return new Promise((resolve) => tone.addEventListener('ended', () => resolve()))
}
