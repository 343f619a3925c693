import { badName, home } from '../../app/home/words/en.ts'
import { recent } from '../../features/recent-rooms/words/home/en.ts'
import { hosts } from '../../features/swarm/words/home/en.ts'

/** What is said at home, in English: loaded with it. Its shape is what every other language must fill. */
export const atHome = {
  badName,
  home,
  hosts,
  recent,
}
