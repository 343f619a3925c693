import type { RoomMessages } from '../../core/session/room-messages.ts'
import type { RecordedPart } from './recording-payload.ts'
import type { RecordingSink } from './recording-sink.ts'
import type { SoundMix } from './sound-mix.ts'

/**
 * Tells the room of a recording, once nothing is left that could keep it from beginning: nothing is recorded before everybody
 * can know it, and nobody is told of what does not begin. Returns the number of the message. Rejects where the browser has no
 * sound (NoSoundError), or the room does not hear of it; then nothing stays open.
 */
export async function prepareRecording(
  messages: Pick<RoomMessages, 'send'>,
  what: RecordedPart,
  mix: Pick<SoundMix, 'start' | 'close'>,
  sink: Pick<RecordingSink, 'discard'>,
): Promise<number> {
  try {
    await mix.start()
    return (await messages.send('recording', { to: 'everyone' }, JSON.stringify({ what }))).id
  } catch (error) {
    await Promise.all([mix.close(), sink.discard()])
    throw error
  }
}
