import type { Retention } from './retention.ts'

/** What is kept: each a row of the table, in this order. */
export const KEPT = [
  'presence',
  'messages',
  'files',
  'keys',
  'words',
  'door',
  'address',
  'owners',
  'numbers',
  'media',
  'ways',
  'place',
  'relay',
  'counts',
  'lenders',
  'browser',
] as const
type Kept = (typeof KEPT)[number]

/** One row of the table. */
export interface KeptRow {
  readonly what: string
  readonly where: string
  readonly why: string
  readonly until: string
}

/** What the page about privacy says in one language. PRIVACY.md says the same in English, and a test compares. */
export interface KeptWords {
  readonly title: string
  readonly lead: string
  readonly columns: KeptRow
  readonly rows: (times: Retention) => Readonly<Record<Kept, KeptRow>>
  readonly seenTitle: string
  /** Who can see what: the machine that carries a room, this site, a relay or a web server in between. */
  readonly seen: (times: Retention) => readonly string[]
  readonly hideTitle: string
  readonly hide: readonly string[]
}
