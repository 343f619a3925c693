import { link } from '../../app/link/words/de.ts'
import { chat } from '../../features/chat/words/further/de.ts'
import { connection } from '../../features/connection/words/further/de.ts'
import { capture, devices, picture, privacy, sound } from '../../features/devices/words/further/de.ts'
import { door } from '../../features/door/words/further/de.ts'
import { explained } from '../../features/encryption/explained/words/de.ts'
import { files } from '../../features/files/words/further/de.ts'
import { aloud, invite } from '../../features/invite/words/further/de.ts'
import { linkChange } from '../../features/link-change/words/de.ts'
import { notes } from '../../features/notes/words/further/de.ts'
import { notifications } from '../../features/notifications/words/further/de.ts'
import { people } from '../../features/people/words/further/de.ts'
import { polls } from '../../features/polls/words/further/de.ts'
import { check } from '../../features/port-check/words/further/de.ts'
import { talk } from '../../features/push-to-talk/words/further/de.ts'
import { quality } from '../../features/quality/words/further/de.ts'
import { recording } from '../../features/recording/words/further/de.ts'
import { shortcuts } from '../../features/shortcuts/words/further/de.ts'
import { speakingTime } from '../../features/speaking-time/words/further/de.ts'
import { stats } from '../../features/stats/words/further/de.ts'
import { swarm } from '../../features/swarm/words/further/de.ts'
import type { FurtherWords } from '../further-words.ts'

/** What few come to read, in German: loaded with what says it. */
export const further: FurtherWords = {
  aloud,
  capture,
  chat,
  check,
  connection,
  devices,
  door,
  explained,
  files,
  invite,
  link,
  linkChange,
  notes,
  notifications,
  people,
  picture,
  polls,
  privacy,
  quality,
  recording,
  shortcuts,
  sound,
  speakingTime,
  stats,
  swarm,
  talk,
}
