import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { tidyDisplayName } from '../../../protocol/names/display-name.ts'
import type { LocalMedia } from '../../core/capture/local-media.ts'
import { canEncryptMedia } from '../../core/media/encryption/can-encrypt-media.ts'
import { CarriedBy, type LenderInfo } from '../../features/connection/carried-by.tsx'
import { useDeviceActions } from '../../features/devices/device-buttons.tsx'
import { Preview } from '../../features/devices/preview.tsx'
import { DeviceDisclosure } from '../../features/devices/settings/device-disclosure.tsx'
import { EncryptionLine } from '../../features/encryption/encryption-line.tsx'
import { type RoomLink, roomLink } from '../../features/invite/room-link.ts'
import { NameField } from '../../features/people/name-field.tsx'
import { useShortcuts } from '../../features/shortcuts/shortcuts.ts'
import { firstField } from '../../ui/first-field.ts'
import { lazily } from '../../ui/lazily.tsx'
import { lazilyWorded } from '../../ui/lazily-worded.tsx'
import { Masthead } from '../../ui/masthead.tsx'
import { useSettings, useWords } from '../../ui/page-context.ts'
import { readLinkOptions } from '../address.ts'
import type { OtherTab } from '../tab-presence.ts'

/** Few have the room open in another tab. */
const HereAlready = lazily(async () => (await import('./here-already.tsx')).HereAlready)

/** Most browsers can. */
const CannotEncrypt = lazilyWorded(
  async () => (await import('../../features/encryption/cannot-encrypt.tsx')).CannotEncrypt,
)

interface BeforeProps extends RoomLink {
  /** null while the code that opens the devices is on its way. */
  readonly localMedia: LocalMedia | null
  /** Who is to carry the room, or did when one was in it, where that is known. */
  readonly lender: LenderInfo | null
  readonly onJoin: (name: string) => void
  /** Whether one is in the room in another tab; nowhere, where it is not given. */
  readonly otherTab?: OtherTab
  /** Goes on here with what one does in the other tab. */
  readonly onTakeOver?: () => void
}

/** The page before joining: how one will look and sound, under which name, and one button. */
export function BeforeJoining({
  room,
  secret,
  localMedia,
  lender,
  onJoin,
  otherTab = 'none',
  onTakeOver,
}: BeforeProps): JSX.Element {
  const { before } = useWords()
  const settings = useSettings()
  const remembered = settings.value.peek().name
  // Pages of former days remembered guests by the word for one.
  const name = useSignal(readLinkOptions(location).name ?? (remembered === before.guest ? '' : remembered))
  const isAlone = otherTab === 'none'
  const mayJoin = secret === null || canEncryptMedia()
  useShortcuts(useDeviceActions(localMedia))
  const join = (event: Event): void => {
    event.preventDefault()
    if (mayJoin) onJoin(tidyDisplayName(name.value))
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
            {otherTab !== 'none' && onTakeOver && <HereAlready otherTab={otherTab} onTakeOver={onTakeOver} />}
            <NameField name="name" value={name} placeholder={before.namePlaceholder} input={firstField()} />
            {mayJoin ? (
              <button type="submit" class={`button large ${isAlone ? 'honey' : ''}`} data-action="join">
                {isAlone ? before.join : before.joinAsSecond}
              </button>
            ) : (
              <CannotEncrypt link={roomLink(location.origin, { room, secret })} />
            )}
          </div>
          <div class="stack tight">
            <EncryptionLine encrypted={secret !== null} />
            {lender && <CarriedBy {...lender} encrypted={secret !== null} />}
          </div>
          {localMedia !== null && <DeviceDisclosure localMedia={localMedia} />}
        </form>
      </main>
    </div>
  )
}
