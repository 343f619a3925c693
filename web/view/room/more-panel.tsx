import { Activity, ChevronRight, Keyboard, ScreenShare, Settings2, UserPlus, Users } from 'lucide'
import type { JSX } from 'preact'
import { canShareScreen } from '../../capture/screen-capture.ts'
import { useWords } from '../page-context.ts'
import { Icon } from '../parts/icon.tsx'
import { LanguageSwitch } from '../parts/language-switch.tsx'
import { DoorItem } from './door-item.tsx'
import { LayoutChoice } from './layout-choice.tsx'
import type { PanelName, PanelProps } from './panels.ts'
import { ReactionRow } from './reaction-row.tsx'
import { isSharing, toggleShare } from './share-button.tsx'
import { TogetherItems } from './together-items.tsx'

/** What is not needed every minute: the link, the people, the door, settings and the language. */
export function MorePanel({ open, session }: PanelProps): JSX.Element {
  const { connection, invite, more, screens, shortcuts } = useWords()
  const { people } = session.view.value
  const goTo = (name: PanelName) => (): void => {
    open.value = name
  }
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
        <li>
          <button type="button" data-action="invite" onClick={goTo('invite')}>
            <Icon node={UserPlus} />
            <span>{invite.title}</span>
            <Icon node={ChevronRight} along />
          </button>
        </li>
        <li>
          <button type="button" data-action="people" onClick={goTo('people')}>
            <Icon node={Users} />
            <span>{more.people(people.length)}</span>
            <Icon node={ChevronRight} along />
          </button>
        </li>
        <DoorItem session={session} onOpen={goTo('door')} />
        <TogetherItems open={open} />
        <li>
          <button type="button" data-action="settings" onClick={goTo('settings')}>
            <Icon node={Settings2} />
            <span>{more.settings}</span>
            <Icon node={ChevronRight} along />
          </button>
        </li>
        <li>
          <button type="button" data-action="connection" onClick={goTo('connection')}>
            <Icon node={Activity} />
            <span>{connection.title}</span>
            <Icon node={ChevronRight} along />
          </button>
        </li>
        <li>
          <button type="button" data-action="shortcuts" onClick={goTo('shortcuts')}>
            <Icon node={Keyboard} />
            <span>{shortcuts.title}</span>
            <Icon node={ChevronRight} along />
          </button>
        </li>
      </ul>
      <LayoutChoice />
      <div class="row">
        <span>{more.language}</span>
        <LanguageSwitch />
      </div>
    </div>
  )
}
