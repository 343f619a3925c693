import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { LocalMedia } from '../core/capture/local-media.ts'
import type { RoomSession } from '../core/session/room-session.ts'
import { ConnectionBanner } from '../features/connection/connection-banner.tsx'
import { DeviceProblems } from '../features/devices/problems/device-problems.tsx'
import { Voices } from '../features/hearing/voices.tsx'
import { type RoomLink, roomLink } from '../features/invite/room-link.ts'
import { NewerPageNotice } from '../features/newer-page/newer-page-notice.tsx'
import { useNotifications } from '../features/notifications/use-notifications.ts'
import { toggleShare } from '../features/screen-share/share-button.tsx'
import { lazily } from '../ui/lazily.tsx'
import { lazilyWorded } from '../ui/lazily-worded.tsx'
import { Notices } from '../ui/notices/notices.tsx'
import { useWords } from '../ui/page-context.ts'
import { Bar } from './bar.tsx'
import { Announcer } from './notices/announcer.tsx'
import { FeatureNotices } from './notices/feature-notices.tsx'
import { Panel } from './panels/panel.tsx'
import { panelOf } from './panels/panels.ts'
import type { RoomHistory } from './room-history.ts'
import { Stage } from './stage/stage.tsx'
import { useMediaSession } from './use-media-session.ts'
import { useRoomKeys } from './use-room-keys.ts'
import { useWakeLock } from './use-wake-lock.ts'

/** Who waits at the door is told to moderators alone. */
const KnockNotice = lazily(async () => (await import('../features/door/knock-notice.tsx')).KnockNotice)

/** There are no notices in the first moment. */
const OwnNoticeCards = lazily(async () => (await import('./notices/own-notice-cards.tsx')).OwnNoticeCards)

/** Few come by a link that would turn devices on. */
const WithheldDevices = lazilyWorded(
  async () => (await import('../features/devices/withheld-devices.tsx')).WithheldDevices,
)

/** Only where one is alone. */
const FirstHere = lazily(async () => (await import('../features/invite/first-here.tsx')).FirstHere)

/** Most leave by the button, which asks nothing. */
const LeaveQuestion = lazily(async () => (await import('./leave-question.tsx')).LeaveQuestion)

const SoundOnlyLine = lazily(
  async () => (await import('../features/quality/sound-only-line.tsx')).SoundOnlyLine,
)

interface RoomProps {
  readonly link: RoomLink
  readonly session: RoomSession
  readonly localMedia: LocalMedia
  readonly history: RoomHistory
}

/** The room: people, a panel at their side, one bar under them. */
export function Room({ link: ofRoom, session, localMedia, history }: RoomProps): JSX.Element {
  const words = useWords()
  const open = history.panel
  const view = session.view.value
  const { room } = ofRoom
  const link = roomLink(location.origin, ofRoom)
  const alone = view.people.length === 1 && view.connection === 'connected'
  const withheld = localMedia.microphone.value.withheld || localMedia.camera.value.withheld
  useRoomKeys(session, localMedia, open)
  useWakeLock()
  useNotifications({ room, session, localMedia, open })
  useMediaSession(room, session, localMedia)
  usePreparedPanel(view.media === 'flowing')

  return (
    <main class="room" data-view="room" data-connection={view.connection} data-media={view.media}>
      <h1 class="visually-hidden" tabIndex={-1}>
        {words.before.room(room)}
      </h1>
      <Announcer session={session} />
      <div class="room-body">
        <div class="room-main">
          <Notices>
            <ConnectionBanner view={view} />
            <NewerPageNotice session={session} />
            {withheld && <WithheldDevices session={session} localMedia={localMedia} />}
            {view.moderates && <KnockNotice session={session} open={open} />}
            <FeatureNotices session={session} open={open} />
            <OwnNoticeCards session={session} open={open} localMedia={localMedia} />
            <DeviceProblems failedToShare={view.sharingFailed} localMedia={localMedia} />
            <Voices session={session} speaker={localMedia.speaker.value} />
          </Notices>
          {view.soundOnly && <SoundOnlyLine session={session} />}
          <div class="table" data-alone={alone ? '' : undefined}>
            <Stage
              people={view.people}
              screens={view.screens}
              session={session}
              localMedia={localMedia}
              onStopSharing={() => toggleShare(session)}
            />
            {alone && <FirstHere link={link} session={session} />}
          </div>
        </div>
        {open.value !== null && (
          <Panel
            open={open}
            name={open.value}
            room={room}
            link={link}
            session={session}
            localMedia={localMedia}
          />
        )}
      </div>
      <Bar room={room} session={session} localMedia={localMedia} panel={open} />
      {history.asks.value && <LeaveQuestion session={session} onStay={() => history.stay()} />}
    </main>
  )
}

/** The panel that everything else is reached by is fetched once sound and picture are there: not before them. */
function usePreparedPanel(when: boolean): void {
  useEffect(() => {
    if (when) void panelOf('more').Body.prepare()
  }, [when])
}
