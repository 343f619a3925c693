import { badName, home } from '../../app/home/words/it.ts'
import { recent } from '../../features/recent-rooms/words/home/it.ts'
import { hosts } from '../../features/swarm/words/home/it.ts'
import type { HomeWords } from '../home-words.ts'

/** What is said at home, in Italian: loaded with it. */
export const atHome: HomeWords = {
  badName,
  home,
  hosts,
  recent,
}
