import type { JSX } from 'preact'
import { useHomeWords } from '../../ui/lazily-worded.tsx'
import { useSettings } from '../../ui/page-context.ts'
import { type RoomLink, roomPath } from '../invite/room-link.ts'
import { forgetRooms, recentRooms } from './recent-rooms.ts'
import { Remembered } from './remembered.tsx'
import { remembersRooms } from './remembers-rooms.ts'

const openStorage = (): Storage => window.localStorage

/** The rooms that one was in last, each a press away; nothing where none is remembered. */
export function RecentList({ onOpen }: { readonly onOpen: (link: RoomLink) => void }): JSX.Element | null {
  const { recent } = useHomeWords()
  const settings = useSettings()
  // Read, so that what is forgotten is gone at once.
  const rooms = remembersRooms(settings.value.value) ? recentRooms(openStorage) : []
  if (rooms.length === 0) return null
  return (
    <nav class="recent" aria-labelledby="recent-title">
      <h2 id="recent-title">{recent.title}</h2>
      <ul class="choices">
        {rooms.map((link) => (
          <li key={link.room}>
            <a
              class="button"
              href={roomPath(link)}
              data-recent={link.room}
              onClick={(event) => {
                // Another tab, or a window of its own, is the browser's.
                if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
                event.preventDefault()
                onOpen(link)
              }}
            >
              {link.room}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** What this browser remembers, and the buttons by which it forgets. */
export function Memory(): JSX.Element {
  return (
    <>
      <Remembered />
      {useSettings().persistent.value && <RoomsRemembered />}
    </>
  )
}

/** Whether the rooms are remembered, in a line, and the button that changes it. */
function RoomsRemembered(): JSX.Element {
  const { recent } = useHomeWords()
  const settings = useSettings()
  const remembers = remembersRooms(settings.value.value)
  const change = (): void => {
    if (remembers) forgetRooms(openStorage)
    settings.change({ remembersRooms: !remembers })
  }
  return (
    <p>
      {remembers && `${recent.remembered} `}
      <button
        type="button"
        class="text-button"
        data-action="remember-rooms"
        data-on={remembers}
        onClick={change}
      >
        {remembers ? recent.stop : recent.start}
      </button>
    </p>
  )
}
