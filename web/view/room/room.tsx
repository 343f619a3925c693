import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { RoomName } from '../../../protocol/room-name.ts'
import type { LocalMedia } from '../../capture/local-media.ts'
import type { RoomSession } from '../../session/room-session.ts'
import { roomLink } from '../address.ts'
import { Notices } from '../notices/notices.tsx'
import { useWords } from '../page-context.ts'
import { lazily } from '../parts/lazily.tsx'
import { Stage } from '../stage/stage.tsx'
import { useTold } from '../told/use-told.ts'
import type { WayBack } from '../way-back.ts'
import { Announcer } from './announcer.tsx'
import { Bar } from './bar.tsx'
import { DeviceProblems } from './device-problems.tsx'
import { FirstHere } from './first-here.tsx'
import { NoticeBanner } from './notice-banner.tsx'
import { Panel } from './panel.tsx'
import { prepare } from './panel-body.tsx'
import { toggleShare } from './share-button.tsx'
import { Together } from './together.tsx'
import { useMediaSession } from './use-media-session.ts'
import { useRoomKeys } from './use-room-keys.ts'
import { useWakeLock } from './use-wake-lock.ts'
import { Voices } from './voices.tsx'

/** Who waits at the door is told to moderators alone. */
const KnockNotice = lazily(async () => (await import('./knock-notice.tsx')).KnockNotice)

/** There is no news in the first moment. */
const NewsCards = lazily(async () => (await import('./news-cards.tsx')).NewsCards)

/** Few come by a link that would turn devices on. */
const WithheldDevices = lazily(async () => (await import('./withheld-devices.tsx')).WithheldDevices)

/** Most leave by the button, which asks nothing. */
const LeaveQuestion = lazily(async () => (await import('./leave-question.tsx')).LeaveQuestion)

const SoundOnlyLine = lazily(async () => (await import('./sound-only-line.tsx')).SoundOnlyLine)

interface RoomProps {
  readonly room: RoomName
  readonly session: RoomSession
  readonly localMedia: LocalMedia
  readonly wayBack: WayBack
}

/** The room: people, a panel at their side, one bar under them. */
export function Room({ room, session, localMedia, wayBack }: RoomProps): JSX.Element {
  const words = useWords()
  const open = wayBack.panel
  const view = session.view.value
  const link = roomLink(location.origin, room)
  const alone = view.people.length === 1 && view.connection === 'connected'
  const withheld = localMedia.microphone.value.withheld || localMedia.camera.value.withheld
  useRoomKeys(session, localMedia, open)
  useWakeLock()
  useTold({ room, session, localMedia, open })
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
            <NoticeBanner view={view} />
            {withheld && <WithheldDevices session={session} localMedia={localMedia} />}
            {view.moderates && <KnockNotice session={session} open={open} />}
            <Together session={session} open={open} />
            <NewsCards session={session} localMedia={localMedia} />
            <DeviceProblems failedToShare={view.sharingFailed} localMedia={localMedia} />
            <Voices people={view.people} screens={view.screens} speaker={localMedia.speaker.value} />
          </Notices>
          {view.soundOnly && <SoundOnlyLine session={session} />}
          <div class="table" data-alone={alone ? '' : undefined}>
            <Stage
              people={view.people}
              screens={view.screens}
              show={session.show}
              hear={session.hear}
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
      {wayBack.asks.value && <LeaveQuestion session={session} onStay={() => wayBack.stay()} />}
    </main>
  )
}

/** The panel that everything else is reached by is fetched once sound and picture are there: not before them. */
function usePreparedPanel(when: boolean): void {
  useEffect(() => {
    if (when) prepare('more')
  }, [when])
}
