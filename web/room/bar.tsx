import type { Signal } from '@preact/signals'
import { Ellipsis, LogOut, UserPlus, Users } from 'lucide'
import type { JSX } from 'preact'
import type { RoomName } from '../../protocol/names/room-name.ts'
import type { LocalMedia } from '../core/capture/local-media.ts'
import type { RoomSession } from '../core/session/room-session.ts'
import { ChatButton } from '../features/chat/unread/chat-button.tsx'
import { CameraButton, MicrophoneButton } from '../features/devices/device-buttons.tsx'
import { ShieldButton, shieldLabel } from '../features/encryption/shield-button.tsx'
import { HandButton } from '../features/hands/hand-button.tsx'
import { useForbidden } from '../features/moderation/use-forbidden.ts'
import type { PanelName } from '../features/panel/panel.ts'
import { PanelButton } from '../features/panel/panel-button.tsx'
import { usePushToTalk } from '../features/push-to-talk/use-push-to-talk.ts'
import { ReactionButton } from '../features/reactions/reaction-button.tsx'
import { ShareButton } from '../features/screen-share/share-button.tsx'
import { SHORTCUTS } from '../features/shortcuts/shortcuts.ts'
import { lazily } from '../ui/lazily.tsx'
import { useSettings, useWords } from '../ui/page-context.ts'
import { ToolButton } from '../ui/tool-button.tsx'

/** Few are muted by default. */
const TalkButton = lazily(async () => (await import('../features/push-to-talk/talk-button.tsx')).TalkButton)

interface BarProps {
  readonly room: RoomName
  readonly session: RoomSession
  readonly localMedia: LocalMedia
  readonly panel: Signal<PanelName | null>
}

/** The one bar, under the faces and never over them. */
export function Bar({ room, session, localMedia, panel }: BarProps): JSX.Element {
  const words = useWords()
  const view = session.view.value
  const { people } = view
  const forbidden = useForbidden(session)
  const pushToTalk = usePushToTalk(localMedia, forbidden.microphone)
  return (
    <section class="bar" aria-label={words.room.controls}>
      {useSettings().value.value.pushToTalk && (
        <TalkButton pushToTalk={pushToTalk} localMedia={localMedia} forbidden={forbidden.microphone} />
      )}
      {/* Said twice for their width: see bar.css. */}
      <div class="bar-row" data-room={room} data-shield={shieldLabel(view, words)}>
        <ShieldButton keys={view} panel={panel} />
        <p class="bar-room" title={room} aria-hidden="true">
          <span>{room}</span>
        </p>
        <div class="bar-tools">
          <MicrophoneButton localMedia={localMedia} forbidden={forbidden.microphone} />
          <CameraButton localMedia={localMedia} forbidden={forbidden.camera} />
          <ShareButton session={session} forbidden={forbidden.screen} />
          <HandButton session={session} />
          <ReactionButton session={session} />
          <ChatButton session={session} panel={panel} />
          <PanelButton
            panel="invite"
            open={panel}
            icon={UserPlus}
            label={words.invite.title}
            look="roomy-only"
          />
          <PanelButton
            panel="people"
            open={panel}
            icon={Users}
            label={words.more.people(people.length)}
            shortcut={SHORTCUTS.people}
            count={people.filter((person) => person.hand !== null).length}
            look="roomy-only"
          />
          <PanelButton
            panel="more"
            open={panel}
            icon={Ellipsis}
            label={words.room.more}
            shortcut={SHORTCUTS.more}
            count={session.view.value.knocks.length}
          />
          <span class="bar-rule" />
          <ToolButton
            data-action="leave"
            icon={LogOut}
            label={words.room.leave}
            look="leave worded"
            onClick={() => session.leave().catch(reportError)}
          />
        </div>
      </div>
    </section>
  )
}
