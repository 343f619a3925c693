import {
  Activity,
  ChartBar,
  Disc,
  Keyboard,
  NotebookPen,
  ScreenShare,
  Settings2,
  UserPlus,
  Users,
  Vote,
} from 'lucide'
import type { JSX } from 'preact'
import { canShareScreen } from '../../core/capture/screen-capture.ts'
import { CarriedBy } from '../../features/connection/carried-by.tsx'
import { DoorItem } from '../../features/door/door-item.tsx'
import { shieldIcon, shieldLabel } from '../../features/encryption/shield-button.tsx'
import type { PanelProps } from '../../features/panel/panel.ts'
import { PanelItem } from '../../features/panel/panel-item.tsx'
import { ReactionRow } from '../../features/reactions/reaction-row.tsx'
import { isSharing, toggleShare } from '../../features/screen-share/share-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useWords } from '../../ui/page-context.ts'
import { LanguageSwitch } from '../../ui/switches/language-switch.tsx'
import { LayoutChoice } from '../stage/layout-choice.tsx'
import { FullScreenItem } from '../tile/full-screen/full-screen-item.tsx'

/** What is not needed every minute: the link, the people, the door, settings and the language. */
export function MorePanel({ open, session }: PanelProps): JSX.Element {
  const words = useWords()
  const { connection, invite, more, notes, polls, recording, screens, shortcuts, speakingTime } = words
  const { people, carriedBy, encryption } = session.view.value
  return (
    <div class="stack">
      <div class="cramped-only">
        <ReactionRow
          session={session}
          onReacted={() => {
            open.value = null
          }}
        />
      </div>
      <ul class="menu">
        {canShareScreen() && (
          <li class="cramped-only">
            <button
              type="button"
              data-action="share-screen"
              onClick={() => {
                open.value = null
                toggleShare(session)
              }}
            >
              <Icon node={ScreenShare} />
              <span>{isSharing(session.view.value) ? screens.stop : screens.share}</span>
            </button>
          </li>
        )}
        <PanelItem open={open} name="invite" icon={UserPlus} title={invite.title} />
        <PanelItem open={open} name="people" icon={Users} title={more.people(people.length)} />
        <DoorItem session={session} open={open} />
        <PanelItem
          open={open}
          name="encryption"
          icon={shieldIcon(encryption)}
          title={words.encryption.title}
          note={shieldLabel(session.view.value, words)}
        />
        <PanelItem open={open} name="polls" icon={Vote} title={polls.title} />
        <PanelItem open={open} name="notes" icon={NotebookPen} title={notes.title} />
        <PanelItem open={open} name="recording" icon={Disc} title={recording.title} />
        <PanelItem open={open} name="speaking-time" icon={ChartBar} title={speakingTime.title} />
        <FullScreenItem open={open} />
        <PanelItem open={open} name="settings" icon={Settings2} title={more.settings} />
        <PanelItem open={open} name="connection" icon={Activity} title={connection.title} />
        <PanelItem open={open} name="shortcuts" icon={Keyboard} title={shortcuts.title} />
      </ul>
      <LayoutChoice />
      <div class="row">
        <span>{more.language}</span>
        <LanguageSwitch />
      </div>
      <CarriedBy by={carriedBy} when="carriedBy" encrypted={encryption !== 'none'} />
    </div>
  )
}
