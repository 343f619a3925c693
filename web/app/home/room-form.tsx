import { useSignal } from '@preact/signals'
import { Dices } from 'lucide'
import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import type { RoomName, TypedRoomName } from '../../../protocol/names/room-name.ts'
import type { Host } from '../../features/swarm/host-choice.tsx'
import { firstField } from '../../ui/first-field.ts'
import { Icon } from '../../ui/icon.tsx'
import { lazily } from '../../ui/lazily.tsx'
import { useWords } from '../../ui/page-context.ts'
import { typedRoom } from '../address.ts'
import { randomRoomName } from './random-room-name.ts'
import { whyNoName } from './why-no-name.ts'

/** Few choose: what there is to choose comes when the page is there. */
const HostChoice = lazily(async () => (await import('../../features/swarm/host-choice.tsx')).HostChoice)

interface RoomFormProps {
  /** `host` is null where the swarm is to decide who carries the room. */
  readonly onOpen: (room: RoomName, host: Host | null) => void
}

/** The field for a room's name, which takes whatever is typed, and says under it what comes of that. */
export function RoomForm({ onOpen }: RoomFormProps): JSX.Element {
  const words = useWords()
  const { home } = words
  const field = useRef<HTMLInputElement>(null)
  const text = useSignal(randomRoomName())
  const tried = useSignal(false)
  const chosen = useSignal<Host | null>(null)
  const typed = typedRoom(text.value, location.host)
  // A field that was emptied is about to be filled.
  const problem = text.value === '' && !tried.value ? null : whyNoName(typed, words)

  const write = (written: string): void => {
    text.value = written
    tried.value = false
  }
  const open = (event: Event): void => {
    event.preventDefault()
    if (typed.is === 'name') return onOpen(typed.name, chosen.value)
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
      <HostChoice
        chosen={chosen.value}
        onChoose={(host) => {
          chosen.value = host
        }}
      />
    </form>
  )
}

/** Under which address the room will be; its place is kept while there is no name yet. */
function AddressNote({ typed }: { readonly typed: TypedRoomName }): JSX.Element {
  const { home } = useWords()
  return (
    <p id="room-name-address" class="field-note">
      {typed.is === 'name' && (
        <>
          {home.address}{' '}
          <bdi dir="ltr">
            {location.host}/<bdi class="room-address">{typed.name}</bdi>
          </bdi>
        </>
      )}
    </p>
  )
}
