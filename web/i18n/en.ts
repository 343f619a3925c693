import { after } from '../app/after/words/en.ts'
import { before, here } from '../app/before/words/en.ts'
import { opening } from '../app/opening/words/en.ts'
import { chat } from '../features/chat/words/en.ts'
import { connection, notice } from '../features/connection/words/en.ts'
import { devices } from '../features/devices/words/en.ts'
import { door } from '../features/door/words/en.ts'
import { encryption } from '../features/encryption/words/en.ts'
import { files } from '../features/files/words/en.ts'
import { hands } from '../features/hands/words/en.ts'
import { first, invite } from '../features/invite/words/en.ts'
import { newerPage } from '../features/newer-page/words/en.ts'
import { notes } from '../features/notes/words/en.ts'
import { notifications } from '../features/notifications/words/en.ts'
import { people } from '../features/people/words/en.ts'
import { polls } from '../features/polls/words/en.ts'
import { check } from '../features/port-check/words/en.ts'
import { talk } from '../features/push-to-talk/words/en.ts'
import { quality } from '../features/quality/words/en.ts'
import { remembered } from '../features/recent-rooms/words/en.ts'
import { recording } from '../features/recording/words/en.ts'
import { screens } from '../features/screen-share/words/en.ts'
import { shortcuts } from '../features/shortcuts/words/en.ts'
import { colophon } from '../features/site/words/en.ts'
import { speakingTime } from '../features/speaking-time/words/en.ts'
import { stats } from '../features/stats/words/en.ts'
import { swarm } from '../features/swarm/words/en.ts'
import { layout } from '../room/stage/words/en.ts'
import { arrivals, leaving, more, ownNotices, room, settings } from '../room/words/en.ts'
import { notices } from '../ui/notices/words/en.ts'

/** What every call may have to say, in English. Its shape is what every other language must fill. */
export const en = {
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
