import { link } from '../../app/link/words/es.ts'
import { connection } from '../../features/connection/words/further/es.ts'
import { privacy } from '../../features/devices/words/further/es.ts'
import { explained } from '../../features/encryption/explained/words/es.ts'
import { aloud } from '../../features/invite/words/further/es.ts'
import { linkChange } from '../../features/link-change/words/es.ts'
import { notes } from '../../features/notes/words/further/es.ts'
import { notifications } from '../../features/notifications/words/further/es.ts'
import { polls } from '../../features/polls/words/further/es.ts'
import { check } from '../../features/port-check/words/further/es.ts'
import { recording } from '../../features/recording/words/further/es.ts'
import { shortcuts } from '../../features/shortcuts/words/further/es.ts'
import { speakingTime } from '../../features/speaking-time/words/further/es.ts'
import { stats } from '../../features/stats/words/further/es.ts'
import { swarm } from '../../features/swarm/words/further/es.ts'
import type { FurtherWords } from '../further-words.ts'

/** What few come to read, in Spanish: loaded with what says it. */
export const further: FurtherWords = {
  aloud,
  check,
  connection,
  explained,
  link,
  linkChange,
  notes,
  notifications,
  polls,
  privacy,
  recording,
  shortcuts,
  speakingTime,
  stats,
  swarm,
}
