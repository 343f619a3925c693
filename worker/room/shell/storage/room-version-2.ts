import type { StoredRoom, StoredRow } from './migrations.ts'

/** What a row's JSON holds by its names; nothing where it is no object, of which a schema will complain. */
type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The same with other names for those of its fields that have one in `names`. */
const renamed = (value: unknown, names: Readonly<Record<string, string>>): unknown =>
  isFields(value)
    ? Object.fromEntries(Object.entries(value).map(([name, held]) => [names[name] ?? name, held]))
    : value

/** The same with something else in one of its fields, where it has that field. */
const changed = (value: unknown, name: string, change: (held: unknown) => unknown): unknown =>
  isFields(value) && name in value ? { ...value, [name]: change(value[name]) } : value

const each =
  (change: (item: unknown) => unknown) =>
  (value: unknown): unknown =>
    Array.isArray(value) ? value.map(change) : value

const rows = (stored: readonly StoredRow[] | undefined, change: (json: unknown) => unknown): StoredRow[] =>
  (stored ?? []).map((row) => ({ ...row, json: change(row['json']) }))

const pipe = (value: unknown): unknown =>
  changed(
    renamed(value, { passages: 'pipedProducers' }),
    'pipedProducers',
    each((piped) => renamed(piped, { rests: 'paused' })),
  )

const HEAD = { allowed: 'permissions', relayed: 'lastMessageId', turn: 'turnUsage', piped: 'lastPipeId' }

const PEER = {
  relayed: 'viaTurn',
  former: 'migratingFrom',
  measured: 'measuredNodes',
  wished: 'preferredNode',
}

const admitted = (is: unknown): unknown => (is === 'let-in' ? 'admitted' : is)

/** The events of the wire that have another name since: they are told as they are stored to whoever resumes (R3). */
const EVENTS: Readonly<Record<string, string>> = {
  relayed: 'message',
  'relay-cleared': 'message-cleared',
  'room-changed': 'room-settings-changed',
  'media-moved': 'migration-started',
  'move-ended': 'migration-ended',
}

const event = (value: unknown): unknown =>
  changed(
    changed(value, 'event', (name) => EVENTS[String(name)] ?? name),
    'room',
    (room) => renamed(room, { allowed: 'permissions', turn: 'turnLevel' }),
  )

/** Version 2 calls by the words of the field what version 1 had words of its own for. */
export const toVersion2 = (stored: StoredRoom): StoredRoom => ({
  ...stored,
  head: rows(stored['head'], (head) => changed(renamed(head, HEAD), 'pipes', each(pipe))),
  peers: rows(stored['peers'], (peer) => renamed(peer, PEER)),
  events: rows(stored['events'], event),
  waiting: rows(stored['waiting'], (person) =>
    changed(person, 'presence', (presence) => changed(presence, 'is', admitted)),
  ),
})
