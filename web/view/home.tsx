import { useSignal } from '@preact/signals'
import { Dices } from 'lucide'
import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import type { NodeId } from '../../protocol/ids.ts'
import type { RoomName } from '../../protocol/room-name.ts'
import { roomNameOf } from './address.ts'
import { useWords } from './page-context.ts'
import { Colophon } from './parts/colophon.tsx'
import { Comb } from './parts/comb.tsx'
import { Icon } from './parts/icon.tsx'
import { lazily } from './parts/lazily.tsx'
import { Masthead } from './parts/masthead.tsx'
import { Remembered } from './parts/remembered.tsx'
import { randomRoomName } from './random-room-name.ts'

/** Few choose: what there is to choose comes when the page is there. */
const HostChoice = lazily(async () => (await import('./swarm/host-choice.tsx')).HostChoice)

interface HomeProps {
  /** `wished` is null where the swarm is to decide who carries the room. */
  readonly onOpen: (room: RoomName, wished: NodeId | null) => void
}

/** One sentence, one field, one button. */
export function Home({ onOpen }: HomeProps): JSX.Element {
  const { home, stats, swarm } = useWords()
  return (
    <div class="sheet">
      <Masthead />
      <main class="home" data-view="home">
        <div class="home-text">
          <h1 tabIndex={-1}>{home.title}</h1>
          <p class="lead">{home.lead}</p>
          <RoomForm onOpen={onOpen} />
          <div class="quiet">
            <p>{home.lasts}</p>
            <Remembered />
            <p class="choices">
              <a class="text-button" href="/stats">
                {stats.link}
              </a>
              <a class="text-button" href="/swarm">
                {swarm.link}
              </a>
            </p>
          </div>
        </div>
        <Comb />
      </main>
      <Colophon />
    </div>
  )
}

function RoomForm({ onOpen }: HomeProps): JSX.Element {
  const { home } = useWords()
  const field = useRef<HTMLInputElement>(null)
  const name = useSignal(randomRoomName())
  const wrong = useSignal(false)
  const wished = useSignal<NodeId | null>(null)

  const write = (text: string): void => {
    name.value = text
    wrong.value = false
  }
  const open = (event: Event): void => {
    event.preventDefault()
    const room = roomNameOf(name.value)
    if (room !== null) return onOpen(room, wished.value)
    wrong.value = true
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
            id="room-name"
            name="room"
            value={name.value}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            aria-invalid={wrong.value}
            aria-describedby="room-name-problem"
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
          {wrong.value ? home.badName : ''}
        </p>
      </div>
      <button type="submit" class="button honey large" data-action="open">
        {home.open}
      </button>
      <HostChoice
        chosen={wished.value}
        onChoose={(node) => {
          wished.value = node
        }}
      />
    </form>
  )
}
