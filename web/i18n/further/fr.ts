import { link } from '../../app/link/words/fr.ts'
import { chat } from '../../features/chat/words/further/fr.ts'
import { connection } from '../../features/connection/words/further/fr.ts'
import { capture, devices, picture, privacy, sound } from '../../features/devices/words/further/fr.ts'
import { door } from '../../features/door/words/further/fr.ts'
import { explained } from '../../features/encryption/explained/words/fr.ts'
import { files } from '../../features/files/words/further/fr.ts'
import { aloud, invite } from '../../features/invite/words/further/fr.ts'
import { linkChange } from '../../features/link-change/words/fr.ts'
import { notes } from '../../features/notes/words/further/fr.ts'
import { notifications } from '../../features/notifications/words/further/fr.ts'
import { people } from '../../features/people/words/further/fr.ts'
import { polls } from '../../features/polls/words/further/fr.ts'
import { check } from '../../features/port-check/words/further/fr.ts'
import { talk } from '../../features/push-to-talk/words/further/fr.ts'
import { quality } from '../../features/quality/words/further/fr.ts'
import { recording } from '../../features/recording/words/further/fr.ts'
import { shortcuts } from '../../features/shortcuts/words/further/fr.ts'
import { speakingTime } from '../../features/speaking-time/words/further/fr.ts'
import { stats } from '../../features/stats/words/further/fr.ts'
import { swarm } from '../../features/swarm/words/further/fr.ts'
import type { FurtherWords } from '../further-words.ts'

/** What few come to read, in French: loaded with what says it. */
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
