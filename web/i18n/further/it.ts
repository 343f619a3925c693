import { link } from '../../app/link/words/it.ts'
import { chat } from '../../features/chat/words/further/it.ts'
import { connection } from '../../features/connection/words/further/it.ts'
import { capture, devices, picture, privacy, sound } from '../../features/devices/words/further/it.ts'
import { door } from '../../features/door/words/further/it.ts'
import { explained } from '../../features/encryption/explained/words/it.ts'
import { files } from '../../features/files/words/further/it.ts'
import { aloud, invite } from '../../features/invite/words/further/it.ts'
import { linkChange } from '../../features/link-change/words/it.ts'
import { notes } from '../../features/notes/words/further/it.ts'
import { notifications } from '../../features/notifications/words/further/it.ts'
import { people } from '../../features/people/words/further/it.ts'
import { polls } from '../../features/polls/words/further/it.ts'
import { check } from '../../features/port-check/words/further/it.ts'
import { talk } from '../../features/push-to-talk/words/further/it.ts'
import { quality } from '../../features/quality/words/further/it.ts'
import { recording } from '../../features/recording/words/further/it.ts'
import { shortcuts } from '../../features/shortcuts/words/further/it.ts'
import { speakingTime } from '../../features/speaking-time/words/further/it.ts'
import { stats } from '../../features/stats/words/further/it.ts'
import { swarm } from '../../features/swarm/words/further/it.ts'
import type { FurtherWords } from '../further-words.ts'

/** What few come to read, in Italian: loaded with what says it. */
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
