import { useSignal } from '@preact/signals'
import { Volume2 } from 'lucide'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { RoomSession } from '../../core/session/room-session.ts'
import { Icon } from '../../ui/icon.tsx'
import { useWords } from '../../ui/page-context.ts'
import { hearingOf } from './hearing.ts'

interface VoicesProps {
  readonly session: RoomSession
  /** The loudspeaker to play on; null for the system's own. */
  readonly speaker: string | null
}

/** The voices of the others; and where the browser waits for a click before it plays sound, the button to click. */
export function Voices({ session, speaker }: VoicesProps): JSX.Element {
  const { room } = useWords()
  const blocked = useSignal(false)
  /** Grows with each click on the button, and so makes every voice try again. */
  const tries = useSignal(0)
  const hear = (): void => {
    blocked.value = false
    tries.value += 1
  }
  const { people, screens } = session.view.value
  const hearing = hearingOf(session)
  const onBlocked = (): void => {
    blocked.value = true
  }
  return (
    <>
      {people.flatMap(({ id, audio, nextAudio }) =>
        [audio, nextAudio].map((track) =>
          track === null ? null : (
            <Voice
              key={`${id}-${track.id}`}
              peer={id}
              track={track}
              volume={track === audio ? hearing.of(id).voice : 0}
              silenced={hearing.of(id).silenced}
              speaker={speaker}
              tries={tries.value}
              onBlocked={onBlocked}
            />
          ),
        ),
      )}
      {screens.map(({ owner, audio }) =>
        audio === null ? null : (
          <Voice
            key={`screen-${owner}`}
            screen={owner}
            track={audio}
            volume={hearing.of(owner).screen}
            silenced={hearing.of(owner).silenced}
            speaker={speaker}
            tries={tries.value}
            onBlocked={onBlocked}
          />
        ),
      )}
      {blocked.value && (
        <button type="button" class="button honey hear" data-action="hear" onClick={hear}>
          <Icon node={Volume2} />
          {room.hear}
        </button>
      )}
    </>
  )
}

interface VoiceProps {
  /** Whose voice it is, or of whose screen. */
  readonly peer?: string
  readonly screen?: string
  readonly track: MediaStreamTrack
  /** From 0 to 1; 0 for a voice that only gets ready: an element that is muted would not run. */
  readonly volume: number
  readonly silenced: boolean
  readonly speaker: string | null
  readonly tries: number
  readonly onBlocked: () => void
}

function Voice({
  peer,
  screen,
  track,
  volume,
  silenced,
  speaker,
  tries,
  onBlocked,
}: VoiceProps): JSX.Element {
  const audio = useRef<HTMLAudioElement>(null)
  useEffect(() => {
    const element = audio.current
    if (element === null) return
    element.srcObject = new MediaStream([track])
    return () => {
      element.srcObject = null
    }
  }, [track])

  useEffect(() => {
    const element = audio.current
    if (element === null) return
    let current = true
    element.play().catch((error: unknown) => {
      // AbortError: the source changed before it played, and the next effect plays that one.
      if (!current || (error instanceof DOMException && error.name === 'AbortError')) return
      if (error instanceof DOMException && error.name === 'NotAllowedError') onBlocked()
      else reportError(error)
    })
    return () => {
      current = false
    }
  }, [track, tries])

  useEffect(() => {
    const element = audio.current
    if (element === null) return
    // Not muted: it is still to be seen who speaks. Where a page may not set the volume, as on an iPhone, there is no other way.
    element.volume = silenced ? 0 : volume
    element.muted = silenced && element.volume > 0
  }, [volume, silenced])

  useEffect(() => {
    const element = audio.current
    // Not every browser lets a page choose; the system's own loudspeaker is the empty id.
    if (element === null || !('setSinkId' in element)) return
    if (element.sinkId !== (speaker ?? '')) element.setSinkId(speaker ?? '').catch(reportError)
  }, [speaker])

  // biome-ignore lint/a11y/useMediaCaption: a live voice has no captions to offer
  return <audio ref={audio} data-peer={peer} data-screen={screen} autoPlay />
}
