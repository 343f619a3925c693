import type { en } from './en.ts'

/** What every language says: the shape of the English dictionary. */
export type Words = typeof en
