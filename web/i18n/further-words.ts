import type { further } from './further/en.ts'

/** What every language says of what few come to read: the shape of the English one. */
export type FurtherWords = typeof further
