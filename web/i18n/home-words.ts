import type { atHome } from './home/en.ts'

/** What every language says at home: the shape of the English one. */
export type HomeWords = typeof atHome
