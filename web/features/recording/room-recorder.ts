import { effect } from '@preact/signals'
import type { PeerId } from '../../../protocol/ids.ts'
import type { LocalMedia } from '../../core/capture/local-media.ts'
import { NoSoundError } from '../../core/capture/sound/running-context.ts'
import type { RoomSession } from '../../core/session/room-session.ts'
import { Composer } from './composer.ts'
import { prepareRecording } from './prepare-recording.ts'
import { type RecorderState, type RecordingEnd, recorderStateOf } from './recorder-state.ts'
import type { RecordedPart } from './recording-payload.ts'
import { openSink, type RecordingFile, type RecordingSink } from './recording-sink.ts'
import { agreedTo } from './recordings-of.ts'
import { sceneOf } from './scene-of.ts'
import { SoundMix } from './sound-mix.ts'

/** How often what was recorded is handed over. */
const PIECE_MS = 1_000
const VIDEO_BITS_PER_SECOND = 2_500_000
const AUDIO_BITS_PER_SECOND = 128_000

/** What browsers record in, the lightest for the machine first (W3C mediastream-recording §2.3). */
const TYPES = ['video/webm;codecs=vp8,opus', 'video/webm', 'video/mp4'] as const

/** The type of file that this browser records; null where it records none. */
export function recordedType(): string | null {
  if (!('MediaRecorder' in globalThis) || !('captureStream' in HTMLCanvasElement.prototype)) return null
  return TYPES.find((type) => MediaRecorder.isTypeSupported(type)) ?? null
}

/** How the file of that type ends. */
const extensionOf = (type: string): string => (type.startsWith('video/mp4') ? 'mp4' : 'webm')

export interface RecordingWish {
  readonly session: RoomSession
  readonly localMedia: LocalMedia
  readonly what: RecordedPart
  /** The file that it becomes, whose name ends like that. */
  readonly file: (extension: string) => RecordingFile
}

/**
 * Asks where to, tells the room, and records until it is stopped, taken back by a moderator, or one leaves. To be called
 * from a click. Where it stands is in `recorderStateOf`. Rejects where it could not begin.
 */
export async function record({ session, localMedia, what, file }: RecordingWish): Promise<void> {
  const state = recorderStateOf(session)
  const type = recordedType()
  const self = session.view.peek().people.find((person) => person.self)?.id
  if (type === null || self === undefined || ['starting', 'recording', 'saving'].includes(state.peek().at))
    return
  state.value = { at: 'starting' }
  let announced = false
  try {
    const sink = await openSink(file(extensionOf(type)), type)
    if (sink === null) {
      state.value = { at: 'idle' }
      return
    }
    const mix = new SoundMix()
    const id = await prepareRecording(session.messages, what, mix, sink)
    announced = true
    const recording = new RunningRecording({ session, localMedia, what, type, sink, mix, id, self })
    recording.start()
  } catch (error) {
    state.value = {
      at: 'ended',
      why: error instanceof NoSoundError ? 'no-sound' : 'failed',
      saveAgain: null,
    }
    if (announced) takeBack(session, self)
    throw error
  }
}

interface RunningOptions extends Omit<RecordingWish, 'file'> {
  readonly type: string
  readonly sink: RecordingSink
  /** Sounds already. */
  readonly mix: SoundMix
  readonly id: number
  readonly self: PeerId
}

class RunningRecording {
  readonly #options: RunningOptions
  readonly #composer = new Composer()
  readonly #mix: SoundMix
  readonly #recorder: MediaRecorder
  readonly #stops: (() => void)[] = []
  #written: Promise<void> = Promise.resolve()
  #letPageClose = (): void => {}
  #bytes = 0
  #end: RecordingEnd | null = null

  constructor(options: RunningOptions) {
    this.#options = options
    this.#mix = options.mix
    const tracks = [...this.#composer.tracks, ...this.#mix.tracks]
    this.#recorder = new MediaRecorder(new MediaStream(tracks), {
      mimeType: options.type,
      videoBitsPerSecond: VIDEO_BITS_PER_SECOND,
      audioBitsPerSecond: AUDIO_BITS_PER_SECOND,
    })
  }

  start(): void {
    const { session, what, id } = this.#options
    this.#letPageClose = keepPageOpen()
    this.#stops.push(
      effect(() => this.#followScene()),
      effect(() => this.#followRoom()),
    )
    const finish = (): void => {
      this.#finish().catch(reportError)
    }
    if (this.#end !== null) return finish()
    this.#recorder.addEventListener('dataavailable', ({ data }) => this.#write(data))
    this.#recorder.addEventListener('error', () => this.stop('failed'))
    this.#recorder.addEventListener('stop', finish)
    this.#recorder.start(PIECE_MS)
    const sinceMs = performance.now()
    const stop = (): void => this.stop('stopped')
    if (this.#end === null)
      recorderStateOf(session).value = { at: 'recording', what, id, sinceMs, bytes: 0, stop }
  }

  stop(why: RecordingEnd): void {
    if (this.#end !== null) return
    this.#end = why
    for (const stop of this.#stops) stop()
    if (this.#recorder.state !== 'inactive') this.#recorder.stop()
    if (why !== 'left' && why !== 'taken-back') takeBack(this.#options.session, this.#options.self)
  }

  /** Whoever agrees is in it, and whoever no longer does is out, at once. */
  #followScene(): void {
    const { session, localMedia, what, id } = this.#options
    const agreed = agreedTo(session.messages.of('consent').value, id)
    const microphone = localMedia.microphone.value.track
    const scene = sceneOf(session.view.value, { what, agreed, microphone })
    this.#composer.show(scene)
    this.#mix.hear(scene.sounds)
  }

  #followRoom(): void {
    const { session, id } = this.#options
    const { connection } = session.view.value
    if (connection === 'left' || connection === 'refused') this.stop('left')
    else if (!session.messages.of('recording').value.some((message) => message.id === id))
      this.stop('taken-back')
  }

  #write(piece: Blob): void {
    if (piece.size === 0) return
    const { session, sink } = this.#options
    this.#bytes += piece.size
    this.#written = this.#written.then(() => sink.write(piece))
    this.#written.catch((error) => {
      console.error('recording: not written', error)
      this.stop('failed')
    })
    const state = recorderStateOf(session)
    const now: RecorderState = state.peek()
    if (now.at === 'recording') state.value = { ...now, bytes: this.#bytes }
    if (this.#bytes >= sink.maxBytes) this.stop('full')
  }

  async #finish(): Promise<void> {
    const { session, sink } = this.#options
    let why = this.#end ?? 'failed'
    recorderStateOf(session).value = { at: 'saving' }
    try {
      await this.#written
      await sink.close()
    } catch (error) {
      console.error('recording: the file was not closed', error)
      why = 'failed'
    }
    this.#letPageClose()
    this.#composer.close()
    await this.#mix.close()
    recorderStateOf(session).value = { at: 'ended', why, saveAgain: sink.saveAgain }
  }
}

/** Tells the room that nothing is recorded any more. */
function takeBack({ messages }: RoomSession, self: PeerId): void {
  messages.clear('recording', self).catch((error) => console.warn('recording: the end was not told', error))
}

/** Asks before the page is closed: what is not on the disk yet would be lost. */
function keepPageOpen(): () => void {
  const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
  addEventListener('beforeunload', ask)
  return () => removeEventListener('beforeunload', ask)
}
