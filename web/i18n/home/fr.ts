import { badName, home } from '../../app/home/words/fr.ts'
import { recent } from '../../features/recent-rooms/words/home/fr.ts'
import { hosts } from '../../features/swarm/words/home/fr.ts'
import type { HomeWords } from '../home-words.ts'

/** What is said at home, in French: loaded with it. */
export const atHome: HomeWords = {
  badName,
  home,
  hosts,
  recent,
}
