import { Mic, MicOff } from 'lucide'
import type { JSX } from 'preact'
import type { LocalMedia } from '../../core/capture/local-media.ts'
import { Icon } from '../../ui/icon.tsx'
import { useSettings, useWords } from '../../ui/page-context.ts'
import type { PushToTalk } from './push-to-talk.ts'
import { talkKeyName } from './talk-key-name.ts'

interface TalkButtonProps {
  readonly pushToTalk: PushToTalk
  readonly localMedia: LocalMedia
  /** Why one may not be heard for now. */
  readonly forbidden: string | undefined
}

const PRESSING = [' ', 'Enter']

/** One is heard while one holds it, by a finger, a mouse or a key. */
export function TalkButton({ pushToTalk, localMedia, forbidden }: TalkButtonProps): JSX.Element {
  const words = useWords()
  const { talk } = words
  const { talkKey } = useSettings().value.value
  const heard = localMedia.microphone.value.wanted && localMedia.microphone.value.problem === null
  const press = (): void => {
    if (forbidden === undefined) pushToTalk.press()
  }
  const release = (): void => pushToTalk.release()
  return (
    <button
      type="button"
      class="talk"
      data-action="talk"
      data-on={heard}
      aria-pressed={pushToTalk.talking.value}
      aria-disabled={forbidden === undefined ? undefined : true}
      title={forbidden}
      onPointerDown={(event) => {
        // The finger may slide off it: it is held until it is lifted.
        event.currentTarget.setPointerCapture(event.pointerId)
        press()
      }}
      onLostPointerCapture={release}
      onKeyDown={(event) => {
        if (!PRESSING.includes(event.key)) return
        event.preventDefault()
        if (!event.repeat) press()
      }}
      onKeyUp={(event) => {
        if (PRESSING.includes(event.key)) release()
      }}
      onBlur={release}
      // A long press opens no menu: it is what one does here.
      onContextMenu={(event) => event.preventDefault()}
    >
      <Icon node={heard ? Mic : MicOff} />
      <span>{forbidden ?? (heard ? talk.heard : talk.hold)}</span>
      <kbd>{talkKeyName(talkKey, words)}</kbd>
    </button>
  )
}
