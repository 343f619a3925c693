import type { Signal } from '@preact/signals'
import { Ellipsis, LogOut } from 'lucide'
import type { JSX } from 'preact'
import type { RoomName } from '../../../protocol/room-name.ts'
import type { LocalMedia } from '../../capture/local-media.ts'
import type { RoomSession } from '../../session/room-session.ts'
import { useWords } from '../page-context.ts'
import { CaptureProblems } from '../parts/capture-problem.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { Mark } from '../parts/mark.tsx'
import { CameraButton, MicrophoneButton } from '../parts/toggle-button.tsx'
import { ToolButton } from '../parts/tool-button.tsx'
import { PANEL_ID } from './panel.tsx'
import type { PanelName } from './panels.ts'
import { ShareButton } from './share-button.tsx'

interface BarProps {
  readonly room: RoomName
  readonly link: string
  readonly session: RoomSession
  readonly localMedia: LocalMedia
  readonly panel: Signal<PanelName | null>
}

/** The one bar, under the faces and never over them. */
export function Bar({ room, link, session, localMedia, panel }: BarProps): JSX.Element {
  const words = useWords()
  const isOpen = panel.value !== null
  return (
    <section class="bar" aria-label={words.room.controls}>
      <div class="bar-problems">
        {session.view.value.sharingFailed && (
          <p class="notice" role="alert" data-problem="screen">
            {words.screens.failed}
          </p>
        )}
        <CaptureProblems localMedia={localMedia} dismissible />
      </div>
      <p class="bar-room" title={room} aria-hidden="true">
        <Mark />
        <span>{room}</span>
      </p>
      <div class="bar-tools">
        <MicrophoneButton localMedia={localMedia} />
        <CameraButton localMedia={localMedia} />
        <ShareButton session={session} />
        <CopyButton
          link={link}
          class="tool wide-only"
          onRefused={() => {
            panel.value = 'more'
          }}
        />
        <ToolButton
          data-action="more"
          icon={Ellipsis}
          label={words.room.more}
          aria-expanded={isOpen}
          aria-controls={isOpen ? PANEL_ID : undefined}
          onClick={() => {
            panel.value = isOpen ? null : 'more'
          }}
        />
        <span class="bar-rule" />
        <ToolButton
          data-action="leave"
          icon={LogOut}
          label={words.room.leave}
          look="leave"
          onClick={() => session.leave().catch(reportError)}
        />
      </div>
    </section>
  )
}
