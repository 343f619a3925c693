import { NoSoundError, running } from '../../core/capture/sound/running-context.ts'
import type { RoomNotification } from './room-notifications.ts'

interface Note {
  /** In hertz. */
  readonly pitch: number
  /** In seconds, from the beginning of the sound. */
  readonly at: number
  /** In seconds, until it is silent. */
  readonly lasts: number
}

/** Each of a shape of its own: up, a knock on wood, one drop, a call, down. */
export const SOUNDS: Record<
  RoomNotification['what'],
  { readonly wave: OscillatorType; readonly notes: readonly Note[] }
> = {
  arrival: {
    wave: 'sine',
    notes: [
      { pitch: 523, at: 0, lasts: 0.35 },
      { pitch: 659, at: 0.12, lasts: 0.5 },
    ],
  },
  knock: {
    wave: 'triangle',
    notes: [
      { pitch: 196, at: 0, lasts: 0.12 },
      { pitch: 196, at: 0.18, lasts: 0.16 },
    ],
  },
  message: { wave: 'sine', notes: [{ pitch: 880, at: 0, lasts: 0.3 }] },
  hand: {
    wave: 'sine',
    notes: [
      { pitch: 392, at: 0, lasts: 0.25 },
      { pitch: 587, at: 0.1, lasts: 0.25 },
      { pitch: 784, at: 0.2, lasts: 0.4 },
    ],
  },
  ended: {
    wave: 'sine',
    notes: [
      { pitch: 659, at: 0, lasts: 0.3 },
      { pitch: 523, at: 0.16, lasts: 0.3 },
      { pitch: 440, at: 0.32, lasts: 0.6 },
    ],
  },
}

/** Far under a voice, of which one is about ten times as loud. */
const LOUDNESS = 0.08
/** How long a note takes to be there, in seconds: without it, it clicks. */
const ATTACK_S = 0.012
/** Near enough to silence, for a curve that cannot reach it. */
const FAINT = 0.0001

/** An AudioContext that can be sent to a loudspeaker, where there is one (W3C audio-output, §AudioContext). */
interface SteerableContext {
  setSinkId(id: string): Promise<void>
}

const isSteerable = (context: object): context is SteerableContext => 'setSinkId' in context

/**
 * Plays the sound of that event, on that loudspeaker (null is the system's own) where the browser lets a page choose. Resolves
 * when it is over, or when the browser lets nothing sound: nobody is to be told of a sound that they did not hear.
 */
export async function playSound(what: RoomNotification['what'], speaker: string | null): Promise<void> {
  const context = new AudioContext()
  try {
    if (speaker !== null && isSteerable(context)) await context.setSinkId(speaker)
    await running(context)
    const { wave, notes } = SOUNDS[what]
    await Promise.all(notes.map((note) => playNote(context, wave, note)))
  } catch (error) {
    if (!(error instanceof NoSoundError || error instanceof DOMException)) throw error
    console.info('sound:', error)
  } finally {
    await context.close()
  }
}

function playNote(context: AudioContext, type: OscillatorType, { pitch, at, lasts }: Note): Promise<void> {
  const start = context.currentTime + at
  const loudness = new GainNode(context, { gain: 0 })
  loudness.gain.setValueAtTime(FAINT, start)
  loudness.gain.exponentialRampToValueAtTime(LOUDNESS, start + ATTACK_S)
  loudness.gain.exponentialRampToValueAtTime(FAINT, start + lasts)
  const tone = new OscillatorNode(context, { type, frequency: pitch })
  tone.connect(loudness).connect(context.destination)
  tone.start(start)
  tone.stop(start + lasts)
  return new Promise((resolve) => tone.addEventListener('ended', () => resolve(), { once: true }))
}
