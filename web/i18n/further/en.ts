import { link } from '../../app/link/words/en.ts'
import { chat } from '../../features/chat/words/further/en.ts'
import { connection } from '../../features/connection/words/further/en.ts'
import { capture, devices, picture, privacy, sound } from '../../features/devices/words/further/en.ts'
import { door } from '../../features/door/words/further/en.ts'
import { explained } from '../../features/encryption/explained/words/en.ts'
import { files } from '../../features/files/words/further/en.ts'
import { aloud, invite } from '../../features/invite/words/further/en.ts'
import { linkChange } from '../../features/link-change/words/en.ts'
import { notes } from '../../features/notes/words/further/en.ts'
import { notifications } from '../../features/notifications/words/further/en.ts'
import { people } from '../../features/people/words/further/en.ts'
import { polls } from '../../features/polls/words/further/en.ts'
import { check } from '../../features/port-check/words/further/en.ts'
import { talk } from '../../features/push-to-talk/words/further/en.ts'
import { quality } from '../../features/quality/words/further/en.ts'
import { recording } from '../../features/recording/words/further/en.ts'
import { shortcuts } from '../../features/shortcuts/words/further/en.ts'
import { speakingTime } from '../../features/speaking-time/words/further/en.ts'
import { stats } from '../../features/stats/words/further/en.ts'
import { swarm } from '../../features/swarm/words/further/en.ts'

/** What few come to read, in English: loaded with what says it. Its shape is what every other language must fill. */
export const further = {
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
