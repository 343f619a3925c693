import { after } from '../app/after/words/es.ts'
import { before, here } from '../app/before/words/es.ts'
import { opening } from '../app/opening/words/es.ts'
import { chat } from '../features/chat/words/es.ts'
import { connection, notice } from '../features/connection/words/es.ts'
import { devices } from '../features/devices/words/es.ts'
import { door } from '../features/door/words/es.ts'
import { encryption } from '../features/encryption/words/es.ts'
import { files } from '../features/files/words/es.ts'
import { hands } from '../features/hands/words/es.ts'
import { first, invite } from '../features/invite/words/es.ts'
import { newerPage } from '../features/newer-page/words/es.ts'
import { notes } from '../features/notes/words/es.ts'
import { notifications } from '../features/notifications/words/es.ts'
import { people } from '../features/people/words/es.ts'
import { polls } from '../features/polls/words/es.ts'
import { check } from '../features/port-check/words/es.ts'
import { talk } from '../features/push-to-talk/words/es.ts'
import { quality } from '../features/quality/words/es.ts'
import { remembered } from '../features/recent-rooms/words/es.ts'
import { recording } from '../features/recording/words/es.ts'
import { screens } from '../features/screen-share/words/es.ts'
import { shortcuts } from '../features/shortcuts/words/es.ts'
import { colophon } from '../features/site/words/es.ts'
import { speakingTime } from '../features/speaking-time/words/es.ts'
import { stats } from '../features/stats/words/es.ts'
import { swarm } from '../features/swarm/words/es.ts'
import { layout } from '../room/stage/words/es.ts'
import { arrivals, leaving, more, ownNotices, room, settings } from '../room/words/es.ts'
import { notices } from '../ui/notices/words/es.ts'
import type { Words } from './words.ts'

/** What every call may have to say, in Spanish. */
export const es: Words = {
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
