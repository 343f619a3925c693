import { after } from '../app/after/words/es.ts'
import { before, here } from '../app/before/words/es.ts'
import { badName, home } from '../app/home/words/es.ts'
import { opening } from '../app/opening/words/es.ts'
import { chat } from '../features/chat/words/es.ts'
import { connection, notice } from '../features/connection/words/es.ts'
import { capture, devices, picture, sound } from '../features/devices/words/es.ts'
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
import { recent } from '../features/recent-rooms/words/es.ts'
import { recording } from '../features/recording/words/es.ts'
import { screens } from '../features/screen-share/words/es.ts'
import { shortcuts } from '../features/shortcuts/words/es.ts'
import { colophon } from '../features/site/words/es.ts'
import { speakingTime } from '../features/speaking-time/words/es.ts'
import { stats } from '../features/stats/words/es.ts'
import { hosts, swarm } from '../features/swarm/words/es.ts'
import { layout } from '../room/stage/words/es.ts'
import { arrivals, leaving, more, ownNotices, room, settings } from '../room/words/es.ts'
import { notices } from '../ui/notices/words/es.ts'
import type { Words } from './words.ts'

/** Everything that the page says, in Spanish. */
export const es: Words = {
  home,
  badName,
  colophon,
  recent,
  opening,
  before,
  here,
  capture,
  devices,
  sound,
  picture,
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
  hosts,
  check,
  after,
}
