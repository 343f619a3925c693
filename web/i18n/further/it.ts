import { link } from '../../app/link/words/it.ts'
import { connection } from '../../features/connection/words/further/it.ts'
import { privacy } from '../../features/devices/words/further/it.ts'
import { explained } from '../../features/encryption/explained/words/it.ts'
import { aloud } from '../../features/invite/words/further/it.ts'
import { linkChange } from '../../features/link-change/words/it.ts'
import { notes } from '../../features/notes/words/further/it.ts'
import { notifications } from '../../features/notifications/words/further/it.ts'
import { polls } from '../../features/polls/words/further/it.ts'
import { check } from '../../features/port-check/words/further/it.ts'
import { recording } from '../../features/recording/words/further/it.ts'
import { shortcuts } from '../../features/shortcuts/words/further/it.ts'
import { speakingTime } from '../../features/speaking-time/words/further/it.ts'
import { stats } from '../../features/stats/words/further/it.ts'
import { swarm } from '../../features/swarm/words/further/it.ts'
import type { FurtherWords } from '../further-words.ts'

/** What few come to read, in Italian: loaded with what says it. */
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
