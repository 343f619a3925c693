import { link } from '../../app/link/words/fr.ts'
import { connection } from '../../features/connection/words/further/fr.ts'
import { privacy } from '../../features/devices/words/further/fr.ts'
import { explained } from '../../features/encryption/explained/words/fr.ts'
import { aloud } from '../../features/invite/words/further/fr.ts'
import { linkChange } from '../../features/link-change/words/fr.ts'
import { notes } from '../../features/notes/words/further/fr.ts'
import { notifications } from '../../features/notifications/words/further/fr.ts'
import { polls } from '../../features/polls/words/further/fr.ts'
import { check } from '../../features/port-check/words/further/fr.ts'
import { recording } from '../../features/recording/words/further/fr.ts'
import { shortcuts } from '../../features/shortcuts/words/further/fr.ts'
import { speakingTime } from '../../features/speaking-time/words/further/fr.ts'
import { stats } from '../../features/stats/words/further/fr.ts'
import { swarm } from '../../features/swarm/words/further/fr.ts'
import type { FurtherWords } from '../further-words.ts'

/** What few come to read, in French: loaded with what says it. */
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
