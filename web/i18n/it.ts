import { after } from '../app/after/words/it.ts'
import { before, here } from '../app/before/words/it.ts'
import { opening } from '../app/opening/words/it.ts'
import { chat } from '../features/chat/words/it.ts'
import { connection, notice } from '../features/connection/words/it.ts'
import { devices } from '../features/devices/words/it.ts'
import { door } from '../features/door/words/it.ts'
import { encryption } from '../features/encryption/words/it.ts'
import { files } from '../features/files/words/it.ts'
import { hands } from '../features/hands/words/it.ts'
import { first, invite } from '../features/invite/words/it.ts'
import { newerPage } from '../features/newer-page/words/it.ts'
import { notes } from '../features/notes/words/it.ts'
import { notifications } from '../features/notifications/words/it.ts'
import { people } from '../features/people/words/it.ts'
import { polls } from '../features/polls/words/it.ts'
import { check } from '../features/port-check/words/it.ts'
import { talk } from '../features/push-to-talk/words/it.ts'
import { quality } from '../features/quality/words/it.ts'
import { remembered } from '../features/recent-rooms/words/it.ts'
import { recording } from '../features/recording/words/it.ts'
import { screens } from '../features/screen-share/words/it.ts'
import { shortcuts } from '../features/shortcuts/words/it.ts'
import { colophon } from '../features/site/words/it.ts'
import { speakingTime } from '../features/speaking-time/words/it.ts'
import { stats } from '../features/stats/words/it.ts'
import { swarm } from '../features/swarm/words/it.ts'
import { layout } from '../room/stage/words/it.ts'
import { arrivals, leaving, more, ownNotices, room, settings } from '../room/words/it.ts'
import { notices } from '../ui/notices/words/it.ts'
import type { Words } from './words.ts'

/** What every call may have to say, in Italian. */
export const it: Words = {
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
