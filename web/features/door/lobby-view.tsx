import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { RoomName } from '../../../protocol/names/room-name.ts'
import type { LocalMedia } from '../../core/capture/local-media.ts'
import type { RoomSession } from '../../core/session/room-session.ts'
import { useAfter } from '../../ui/hooks/use-after.ts'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { Masthead } from '../../ui/masthead.tsx'
import { useWords } from '../../ui/page-context.ts'
import { useDeviceActions } from '../devices/device-buttons.tsx'
import { Preview } from '../devices/preview.tsx'
import { useShortcuts } from '../shortcuts/shortcuts.ts'

export interface LobbyViewProps {
  readonly room: RoomName
  /** The name one has given. */
  readonly name: string
  readonly session: RoomSession
  readonly localMedia: LocalMedia
}

/** After that long without an answer, one is told what else one can do. */
const ADVISE_AFTER_MS = 30_000

/** In the lobby: one waits for a moderator, and sees oneself meanwhile. */
export function LobbyView({ room, name, session, localMedia }: LobbyViewProps): JSX.Element {
  const { before, room: words } = useWords()
  const { door } = useFurtherWords()
  const heading = useRef<HTMLHeadingElement>(null)
  const advise = useAfter('waiting', ADVISE_AFTER_MS)
  useShortcuts(useDeviceActions(localMedia))
  // The code of this view may come after the view before has gone, and the focus with it.
  useEffect(() => heading.current?.focus(), [])
  return (
    <div class="sheet">
      <Masthead />
      <main class="before" data-view="lobby">
        <section class="preview" aria-label={before.picture}>
          <Preview localMedia={localMedia} name={name} />
        </section>
        <div class="before-form stack">
          <div>
            <p class="eyebrow">{before.room(room)}</p>
            <h1 ref={heading} tabIndex={-1}>
              {door.waitTitle}
            </h1>
          </div>
          <p role="status">{advise ? door.waitLong : door.waitText}</p>
          <button
            type="button"
            class="button"
            data-action="leave"
            onClick={() => session.leave().catch(reportError)}
          >
            {words.leave}
          </button>
        </div>
      </main>
    </div>
  )
}
