import type { Signal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { RoomSession } from '../../session/room-session.ts'
import { speakingTimesOf } from '../../session/speaking-time.ts'
import { lazily } from '../parts/lazily.tsx'
import type { PanelName } from './panels.ts'

export interface TogetherProps {
  readonly session: RoomSession
  /** The panel that is open. */
  readonly open: Signal<PanelName | null>
}

const PollNotice = lazily(async () => (await import('../polls/poll-notice.tsx')).PollNotice)

/** Says above the faces what the room does together; its code comes with the first that there is to say. */
export function Together(props: TogetherProps): JSX.Element {
  const { session } = props
  const { relay } = session
  useEffect(() => {
    speakingTimesOf(session)
  }, [session])
  return (
    <div class="together" role="status">
      {relay.messages('poll').value.length > 0 && <PollNotice {...props} />}
    </div>
  )
}
