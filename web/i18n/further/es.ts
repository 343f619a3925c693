import { link } from '../../app/link/words/es.ts'
import { chat } from '../../features/chat/words/further/es.ts'
import { connection } from '../../features/connection/words/further/es.ts'
import { capture, devices, picture, privacy, sound } from '../../features/devices/words/further/es.ts'
import { door } from '../../features/door/words/further/es.ts'
import { explained } from '../../features/encryption/explained/words/es.ts'
import { files } from '../../features/files/words/further/es.ts'
import { aloud, invite } from '../../features/invite/words/further/es.ts'
import { linkChange } from '../../features/link-change/words/es.ts'
import { notes } from '../../features/notes/words/further/es.ts'
import { notifications } from '../../features/notifications/words/further/es.ts'
import { people } from '../../features/people/words/further/es.ts'
import { polls } from '../../features/polls/words/further/es.ts'
import { check } from '../../features/port-check/words/further/es.ts'
import { talk } from '../../features/push-to-talk/words/further/es.ts'
import { quality } from '../../features/quality/words/further/es.ts'
import { recording } from '../../features/recording/words/further/es.ts'
import { shortcuts } from '../../features/shortcuts/words/further/es.ts'
import { speakingTime } from '../../features/speaking-time/words/further/es.ts'
import { stats } from '../../features/stats/words/further/es.ts'
import { swarm } from '../../features/swarm/words/further/es.ts'
import type { FurtherWords } from '../further-words.ts'

/** What few come to read, in Spanish: loaded with what says it. */
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
