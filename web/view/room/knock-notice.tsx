import type { Signal } from '@preact/signals'
import { DoorClosed } from 'lucide'
import type { JSX } from 'preact'
import type { RoomSession } from '../../session/room-session.ts'
import { useWords } from '../page-context.ts'
import { Icon } from '../parts/icon.tsx'
import type { PanelName } from './panels.ts'

interface KnockNoticeProps {
  readonly session: RoomSession
  readonly open: Signal<PanelName | null>
}

/** Tells moderators, screen readers' included, that somebody waits; the door's panel says it itself while it is open. */
export function KnockNotice({ session, open }: KnockNoticeProps): JSX.Element {
  const { door } = useWords()
  const { waiting } = session.view.value
  const [first] = waiting
  return (
    <div class="notice-place" role="status">
      {first && (
        <div class="notice" data-notice="knock" hidden={open.value === 'door'}>
          <Icon node={DoorClosed} />
          <p class="notice-text">
            {waiting.length === 1 ? door.knocked(first.name) : door.waiting(waiting.length)}
          </p>
          <span class="notice-actions">
            {waiting.length === 1 && (
              <button
                type="button"
                class="button honey small"
                data-action="let-in"
                aria-label={door.letInName(first.name)}
                onClick={() => session.door.letIn(first.id).catch(reportError)}
              >
                {door.letIn}
              </button>
            )}
            <button
              type="button"
              class="button small"
              data-action="see-door"
              onClick={() => {
                open.value = 'door'
              }}
            >
              {waiting.length === 1 ? door.title : door.see}
            </button>
          </span>
        </div>
      )}
    </div>
  )
}
