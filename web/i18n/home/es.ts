import { badName, home } from '../../app/home/words/es.ts'
import { recent } from '../../features/recent-rooms/words/home/es.ts'
import { hosts } from '../../features/swarm/words/home/es.ts'
import type { HomeWords } from '../home-words.ts'

/** What is said at home, in Spanish: loaded with it. */
export const atHome: HomeWords = {
  badName,
  home,
  hosts,
  recent,
}
