import { badName, home } from '../../app/home/words/de.ts'
import { recent } from '../../features/recent-rooms/words/home/de.ts'
import { hosts } from '../../features/swarm/words/home/de.ts'
import type { HomeWords } from '../home-words.ts'

/** What is said at home, in German: loaded with it. */
export const atHome: HomeWords = {
  badName,
  home,
  hosts,
  recent,
}
