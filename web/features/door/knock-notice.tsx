import type { Signal } from '@preact/signals'
import { DoorClosed } from 'lucide'
import type { JSX } from 'preact'
import type { RoomSession } from '../../core/session/room-session.ts'
import { NoticeActions } from '../../ui/notices/notice-actions.tsx'
import { NoticeCard } from '../../ui/notices/notice-card.tsx'
import { useWords } from '../../ui/page-context.ts'
import type { PanelName } from '../panel/panel.ts'
import { doorOf } from './door-control.ts'

interface KnockNoticeProps {
  readonly session: RoomSession
  readonly open: Signal<PanelName | null>
}

/** Tells moderators, screen readers' included, that somebody waits; the door's panel says it itself while it is open. */
export function KnockNotice({ session, open }: KnockNoticeProps): JSX.Element {
  const { door } = useWords()
  const { knocks } = session.view.value
  const [first] = knocks
  const said = first && (knocks.length === 1 ? door.knocked(first.name) : door.waiting(knocks.length))
  return (
    <div class="notice-place" role="status">
      {first && said !== undefined && (
        <NoticeCard
          icon={DoorClosed}
          data-notice="knock"
          hidden={open.value === 'door'}
          mark={{ label: said, text: knocks.length, byItself: false }}
          actions={
            <NoticeActions
              actions={[
                knocks.length === 1 && {
                  action: 'admit',
                  label: door.admit,
                  spoken: door.admitName(first.name),
                  look: 'honey',
                  act: () => {
                    doorOf(session).admit(first.id).catch(reportError)
                  },
                },
                {
                  action: 'see-door',
                  label: knocks.length === 1 ? door.title : door.see,
                  act: () => {
                    open.value = 'door'
                  },
                },
              ]}
            />
          }
        >
          {said}
        </NoticeCard>
      )}
    </div>
  )
}
