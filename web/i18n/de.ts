import { after } from '../app/after/words/de.ts'
import { before, here } from '../app/before/words/de.ts'
import { opening } from '../app/opening/words/de.ts'
import { chat } from '../features/chat/words/de.ts'
import { connection, notice } from '../features/connection/words/de.ts'
import { devices } from '../features/devices/words/de.ts'
import { door } from '../features/door/words/de.ts'
import { encryption } from '../features/encryption/words/de.ts'
import { files } from '../features/files/words/de.ts'
import { hands } from '../features/hands/words/de.ts'
import { first, invite } from '../features/invite/words/de.ts'
import { newerPage } from '../features/newer-page/words/de.ts'
import { notes } from '../features/notes/words/de.ts'
import { notifications } from '../features/notifications/words/de.ts'
import { people } from '../features/people/words/de.ts'
import { polls } from '../features/polls/words/de.ts'
import { check } from '../features/port-check/words/de.ts'
import { talk } from '../features/push-to-talk/words/de.ts'
import { quality } from '../features/quality/words/de.ts'
import { remembered } from '../features/recent-rooms/words/de.ts'
import { recording } from '../features/recording/words/de.ts'
import { screens } from '../features/screen-share/words/de.ts'
import { shortcuts } from '../features/shortcuts/words/de.ts'
import { colophon } from '../features/site/words/de.ts'
import { speakingTime } from '../features/speaking-time/words/de.ts'
import { stats } from '../features/stats/words/de.ts'
import { swarm } from '../features/swarm/words/de.ts'
import { layout } from '../room/stage/words/de.ts'
import { arrivals, leaving, more, ownNotices, room, settings } from '../room/words/de.ts'
import { notices } from '../ui/notices/words/de.ts'
import type { Words } from './words.ts'

/** What every call may have to say, in German. */
export const de: Words = {
  colophon,
  remembered,
  opening,
  before,
  here,
  devices,
  settings,
  encryption,
  connection,
  door,
  room,
  leaving,
  first,
  notice,
  notices,
  newerPage,
  more,
  arrivals,
  chat,
  files,
  invite,
  shortcuts,
  talk,
  notifications,
  hands,
  people,
  ownNotices,
  screens,
  layout,
  quality,
  polls,
  notes,
  recording,
  speakingTime,
  stats,
  swarm,
  check,
  after,
}
