import type { Words } from '../words.ts'
import { after } from './after.ts'
import { before, here } from './before-joining.ts'
import { capture } from './capture.ts'
import { chat } from './chat.ts'
import { check } from './check.ts'
import { connection } from './connection.ts'
import { devices } from './devices.ts'
import { door } from './door.ts'
import { files } from './files.ts'
import { hands } from './hands.ts'
import { badName, colophon, home, opening, recent } from './home.ts'
import { invite, shortcuts } from './invite.ts'
import { layout } from './layout.ts'
import { notes } from './notes.ts'
import { notices } from './notices.ts'
import { news, people } from './people.ts'
import { polls } from './polls.ts'
import { privacy } from './privacy.ts'
import { quality } from './quality.ts'
import { recording } from './recording.ts'
import { arrivals, first, leaving, more, notice, room } from './room.ts'
import { screens } from './screens.ts'
import { picture, settings, sound } from './sound-and-picture.ts'
import { speakingTime } from './speaking-time.ts'
import { stats } from './stats.ts'
import { hosts, swarm } from './swarm.ts'
import { talk } from './talk.ts'
import { told } from './told.ts'

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
  privacy,
  settings,
  connection,
  door,
  room,
  leaving,
  first,
  notice,
  notices,
  more,
  arrivals,
  chat,
  files,
  invite,
  shortcuts,
  talk,
  told,
  hands,
  people,
  news,
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
