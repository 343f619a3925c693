import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { tidyDisplayName } from '../../../protocol/display-name.ts'
import { DISPLAY_NAME_MAX_LENGTH } from '../../../protocol/limits.ts'
import type { RoomName } from '../../../protocol/room-name.ts'
import type { LocalMedia } from '../../core/capture/local-media.ts'
import { type Carriage, CarriedBy } from '../../features/connection/carried-by.tsx'
import { CaptureProblems } from '../../features/devices/capture-problems.tsx'
import { CameraButton, MicrophoneButton, useDeviceActions } from '../../features/devices/device-buttons.tsx'
import { DeviceDisclosure } from '../../features/devices/device-disclosure.tsx'
import { isMirrored } from '../../features/devices/is-mirrored.ts'
import { LevelMeter } from '../../features/devices/level-meter.tsx'
import { TurnCamera } from '../../features/devices/turn-camera.tsx'
import { useShortcuts } from '../../features/shortcuts/shortcuts.ts'
import { Badge } from '../../ui/badge.tsx'
import { firstField } from '../../ui/first-field.ts'
import { useAfter } from '../../ui/hooks/use-after.ts'
import { lazily } from '../../ui/lazily.tsx'
import { Masthead } from '../../ui/masthead.tsx'
import { useSettings, useWords } from '../../ui/page-context.ts'
import { Picture } from '../../ui/picture.tsx'
import { readLinkWishes } from '../address.ts'
import type { Whereabouts } from '../tab-presence.ts'

/** Few have the room open in another tab. */
const HereAlready = lazily(async () => (await import('./here-already.tsx')).HereAlready)

interface BeforeProps {
  readonly room: RoomName
  /** null while the code that opens the devices is on its way. */
  readonly localMedia: LocalMedia | null
  /** Who is to carry the room, or did when one was in it, where that is known. */
  readonly carriage: Carriage | null
  readonly onJoin: (name: string) => void
  /** Whether one is in the room in another tab; nowhere, where it is not given. */
  readonly whereabouts?: Whereabouts
  /** Goes on here with what one does in the other tab. */
  readonly onTakeOver?: () => void
}

/** The page before joining: how one will look and sound, under which name, and one button. */
export function BeforeJoining({
  room,
  localMedia,
  carriage,
  onJoin,
  whereabouts = 'nowhere',
  onTakeOver,
}: BeforeProps): JSX.Element {
  const { before } = useWords()
  const settings = useSettings()
  const remembered = settings.value.peek().name
  // Pages of former days remembered guests by the word for one.
  const name = useSignal(
    readLinkWishes(location.search).name ?? (remembered === before.guest ? '' : remembered),
  )
  const isAlone = whereabouts === 'nowhere'
  useShortcuts(useDeviceActions(localMedia))
  const join = (event: Event): void => {
    event.preventDefault()
    onJoin(tidyDisplayName(name.value))
  }
  return (
    <div class="sheet">
      <Masthead />
      <main class="before" data-view="before">
        <section class="preview" aria-label={before.picture}>
          <Preview localMedia={localMedia} name={name.value} />
        </section>
        <form class="before-form stack" onSubmit={join}>
          <div class="before-head stack">
            <div>
              <p class="eyebrow">{before.room(room)}</p>
              <h1 tabIndex={-1}>{before.title}</h1>
            </div>
            {whereabouts !== 'nowhere' && onTakeOver && (
              <HereAlready whereabouts={whereabouts} onTakeOver={onTakeOver} />
            )}
            <label class="field">
              <span class="field-name">{before.name}</span>
              <input
                {...firstField()}
                name="name"
                dir="auto"
                value={name.value}
                placeholder={before.namePlaceholder}
                maxLength={DISPLAY_NAME_MAX_LENGTH}
                autocomplete="nickname"
                onInput={(event) => {
                  name.value = event.currentTarget.value
                }}
              />
            </label>
            <button type="submit" class={`button large ${isAlone ? 'honey' : ''}`} data-action="join">
              {isAlone ? before.join : before.joinAsSecond}
            </button>
          </div>
          {carriage && <CarriedBy {...carriage} />}
          {localMedia !== null && <DeviceDisclosure localMedia={localMedia} />}
        </form>
      </main>
    </div>
  )
}

/** One's own picture and level, with what turns them on and off. */
export function Preview({
  localMedia,
  name,
}: {
  readonly localMedia: LocalMedia | null
  readonly name: string
}): JSX.Element {
  const { before } = useWords()
  const settings = useSettings()
  const camera = localMedia?.camera.value
  const starting = camera === undefined || camera.pending
  const asking = useAfter(starting && camera?.treating !== true ? 'starting' : null, 1_000)
  const track = camera?.track ?? null
  return (
    <>
      <div class="preview-frame">
        {camera !== undefined && track !== null ? (
          <Picture track={track} mirrored={isMirrored(settings.value.value, camera)} />
        ) : (
          <div class="preview-empty">
            {name !== '' && <Badge name={name} />}
            <p class={starting ? 'after-a-while' : undefined}>
              {starting ? before.cameraStarting : before.cameraOff}
            </p>
            {asking && <p>{before.allow}</p>}
          </div>
        )}
        {localMedia !== null && (
          <div class="tile-tools shown">
            <TurnCamera localMedia={localMedia} />
          </div>
        )}
      </div>
      {localMedia !== null && (
        <>
          <div class="preview-tools">
            <MicrophoneButton localMedia={localMedia} />
            <CameraButton localMedia={localMedia} />
          </div>
          {localMedia.microphone.value.problem === null && <LevelMeter localMedia={localMedia} />}
          <CaptureProblems localMedia={localMedia} />
        </>
      )}
    </>
  )
}
