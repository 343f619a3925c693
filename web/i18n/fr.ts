import { after } from '../app/after/words/fr.ts'
import { before, here } from '../app/before/words/fr.ts'
import { opening } from '../app/opening/words/fr.ts'
import { chat } from '../features/chat/words/fr.ts'
import { connection, notice } from '../features/connection/words/fr.ts'
import { devices } from '../features/devices/words/fr.ts'
import { door } from '../features/door/words/fr.ts'
import { encryption } from '../features/encryption/words/fr.ts'
import { files } from '../features/files/words/fr.ts'
import { hands } from '../features/hands/words/fr.ts'
import { first, invite } from '../features/invite/words/fr.ts'
import { newerPage } from '../features/newer-page/words/fr.ts'
import { notes } from '../features/notes/words/fr.ts'
import { notifications } from '../features/notifications/words/fr.ts'
import { people } from '../features/people/words/fr.ts'
import { polls } from '../features/polls/words/fr.ts'
import { check } from '../features/port-check/words/fr.ts'
import { talk } from '../features/push-to-talk/words/fr.ts'
import { quality } from '../features/quality/words/fr.ts'
import { remembered } from '../features/recent-rooms/words/fr.ts'
import { recording } from '../features/recording/words/fr.ts'
import { screens } from '../features/screen-share/words/fr.ts'
import { shortcuts } from '../features/shortcuts/words/fr.ts'
import { colophon } from '../features/site/words/fr.ts'
import { speakingTime } from '../features/speaking-time/words/fr.ts'
import { stats } from '../features/stats/words/fr.ts'
import { swarm } from '../features/swarm/words/fr.ts'
import { layout } from '../room/stage/words/fr.ts'
import { arrivals, leaving, more, ownNotices, room, settings } from '../room/words/fr.ts'
import { notices } from '../ui/notices/words/fr.ts'
import type { Words } from './words.ts'

/** What every call may have to say, in French. U+202F, the thin no-break space, stands before high punctuation. */
export const fr: Words = {
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
