import { useSignal } from '@preact/signals'
import { Dices } from 'lucide'
import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { newRoomSecret } from '../../core/encryption/room-secret.ts'
import { EncryptionLine } from '../../features/encryption/encryption-line.tsx'
import type { RoomLink } from '../../features/invite/room-link.ts'
import type { Host } from '../../features/swarm/host-choice.tsx'
import { firstField } from '../../ui/first-field.ts'
import { Icon } from '../../ui/icon.tsx'
import { lazily } from '../../ui/lazily.tsx'
import { useHomeWords } from '../../ui/lazily-worded.tsx'
import { useWords } from '../../ui/page-context.ts'
import { type TypedRoom, typedRoom } from '../address.ts'
import type { OpeningWishes } from '../page.ts'
import { randomRoomName } from './random-room-name.ts'
import { whyNoRoom } from './why-no-name.ts'

/** Few choose: what there is to choose comes when the page is there. */
const HostChoice = lazily(async () => (await import('../../features/swarm/host-choice.tsx')).HostChoice)

interface RoomFormProps {
  readonly onOpen: (link: RoomLink, how?: OpeningWishes) => void
}

/** Where what was typed leads: a name gets a secret of its own, unless it is to be enough; null where it leads nowhere. */
function whereTo(typed: TypedRoom, byName: boolean): (OpeningWishes & { readonly link: RoomLink }) | null {
  if (typed.is === 'link') return { link: typed.link }
  if (typed.is !== 'name') return null
  return { link: { room: typed.name, secret: byName ? null : newRoomSecret() }, made: true }
}

/** The field for a room's name, which takes whatever is typed, and says under it what comes of that. */
export function RoomForm({ onOpen }: RoomFormProps): JSX.Element {
  const words = useHomeWords()
  const wordsOfPage = useWords()
  const { home } = words
  const field = useRef<HTMLInputElement>(null)
  const text = useSignal(randomRoomName())
  const tried = useSignal(false)
  const byName = useSignal(false)
  const chosen = useSignal<Host | null>(null)
  const typed = typedRoom(text.value, location.host)
  const isEncrypted = typed.is === 'link' ? typed.link.secret !== null : !byName.value
  // A field that was emptied is about to be filled.
  const problem = text.value === '' && !tried.value ? null : whyNoRoom(typed, words, wordsOfPage)

  const write = (written: string): void => {
    text.value = written
    tried.value = false
  }
  const open = (event: Event): void => {
    event.preventDefault()
    const to = whereTo(typed, byName.value)
    if (to !== null) return onOpen(to.link, { ...to, host: chosen.value })
    tried.value = true
    field.current?.focus()
  }
  return (
    <form class="stack" onSubmit={open} noValidate>
      <div class="field">
        <label class="field-name" for="room-name">
          {home.roomName}
        </label>
        <div class="with-button">
          <input
            ref={field}
            {...firstField()}
            id="room-name"
            name="room"
            dir="auto"
            value={text.value}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            aria-invalid={problem !== null}
            aria-describedby="room-name-problem room-name-address"
            onInput={(event) => write(event.currentTarget.value)}
            onFocus={(event) => event.currentTarget.select()}
          />
          <button
            type="button"
            class="button square"
            data-action="another-name"
            title={home.anotherName}
            aria-label={home.anotherName}
            onClick={() => write(randomRoomName())}
          >
            <Icon node={Dices} />
          </button>
        </div>
        <p id="room-name-problem" class="field-problem" role="alert">
          {problem ?? ''}
        </p>
        {problem === null && <AddressNote typed={typed} />}
      </div>
      <button type="submit" class="button honey large" data-action="open">
        {home.open}
      </button>
      <div class="stack tight">
        <EncryptionLine encrypted={isEncrypted} whole={home.encrypted} />
        {/* A link says itself how its room is. */}
        {typed.is !== 'link' && (
          <ByName
            chosen={byName.value}
            onChoose={(wanted) => {
              byName.value = wanted
            }}
          />
        )}
      </div>
      <HostChoice
        chosen={chosen.value}
        onChoose={(host) => {
          chosen.value = host
        }}
      />
    </form>
  )
}

interface ByNameProps {
  readonly chosen: boolean
  readonly onChoose: (wanted: boolean) => void
}

/** The room is encrypted, unless one wants it by its name alone: what that costs stands beside it. */
function ByName({ chosen, onChoose }: ByNameProps): JSX.Element {
  const { home } = useHomeWords()
  return (
    <label class="check">
      <input
        type="checkbox"
        name="by-name"
        data-action="by-name"
        checked={chosen}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <span>
        {home.byName}
        <small>{home.byNameCosts}</small>
      </span>
    </label>
  )
}

/** Under which address the room will be; its place is kept while there is no name yet. */
function AddressNote({ typed }: { readonly typed: TypedRoom }): JSX.Element {
  const { home } = useHomeWords()
  const room = typed.is === 'name' ? typed.name : typed.is === 'link' ? typed.link.room : null
  return (
    <p id="room-name-address" class="field-note">
      {room !== null && (
        <>
          {home.address}{' '}
          <bdi dir="ltr">
            {location.host}/<bdi class="room-address">{room}</bdi>
          </bdi>
        </>
      )}
    </p>
  )
}
