import { useSignal } from '@preact/signals'
import { MicOff } from 'lucide'
import type { JSX } from 'preact'
import type { LocalMedia } from '../../core/capture/local-media.ts'
import type { RoomSession } from '../../core/session/room-session.ts'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { NoticeActions } from '../../ui/notices/notice-actions.tsx'
import { NoticeCard } from '../../ui/notices/notice-card.tsx'
import { useWords } from '../../ui/page-context.ts'
import { useForbidden } from '../moderation/use-forbidden.ts'

interface WithheldDevicesProps {
  readonly session: RoomSession
  readonly localMedia: LocalMedia
}

/** Says that a link turned nothing on (J10), and gives the press that does, until it is pressed or put away. */
export function WithheldDevices({ session, localMedia }: WithheldDevicesProps): JSX.Element {
  const { capture } = useFurtherWords()
  const { ownNotices } = useWords()
  const forbidden = useForbidden(session)
  const putAway = useSignal(false)
  const microphone = localMedia.microphone.value.withheld && forbidden.microphone === undefined
  const camera = localMedia.camera.value.withheld && forbidden.camera === undefined
  const off = microphone && camera ? 'both' : microphone ? 'microphone' : camera ? 'camera' : null
  return (
    <div class="notice-place" role="status">
      {off !== null && !putAway.value && (
        <NoticeCard
          icon={MicOff}
          data-withheld={off}
          actions={
            <NoticeActions
              actions={[
                {
                  action: 'turn-on',
                  label: capture.turnOn,
                  look: 'honey',
                  act: () => {
                    localMedia.turnOnWithheld().catch(reportError)
                  },
                },
                {
                  action: 'leave-off',
                  label: ownNotices.notNow,
                  act: () => {
                    putAway.value = true
                  },
                },
              ]}
            />
          }
        >
          {capture.withheld[off]}
        </NoticeCard>
      )}
    </div>
  )
}
