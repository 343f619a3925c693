import { type Renames, renaming } from '../../../../protocol/versions/renames.ts'
import type { StoredRoom, StoredRow } from './room-upgrades.ts'

// What version 1 called things. This is no table of the wire's, though many words are the same: it was released, and stays.

const HEAD: Renames = {
  fields: { permissions: 'allowed', lastMessageId: 'relayed', turnUsage: 'turn', lastPipeId: 'piped' },
  inside: {
    pipes: {
      each: {
        fields: { pipedProducers: 'passages' },
        inside: { pipedProducers: { each: { fields: { paused: 'rests' } } } },
      },
    },
  },
}

const PEER: Renames = {
  fields: {
    viaTurn: 'relayed',
    migratingFrom: 'former',
    measuredNodes: 'measured',
    preferredNode: 'wished',
  },
}

/** The events of the wire: they are told as they are stored to whoever resumes (R3). */
const EVENT: Renames = {
  tag: 'event',
  variants: {
    message: { former: 'relayed' },
    'message-cleared': { former: 'relay-cleared' },
    'room-settings-changed': {
      former: 'room-changed',
      inside: { room: { fields: { permissions: 'allowed', turnLevel: 'turn' } } },
    },
    'migration-started': { former: 'media-moved' },
    'migration-ended': { former: 'move-ended' },
  },
}

const WAITING: Renames = {
  inside: { presence: { inside: { is: { texts: { admitted: 'let-in' } } } } },
}

function renamedRows(rows: readonly StoredRow[] | undefined, renames: Renames): readonly StoredRow[] {
  const { toLater } = renaming(renames)
  return (rows ?? []).map((row) => ({ ...row, json: toLater(row['json']) }))
}

/** Version 2 calls by the words of the field what version 1 had words of its own for. */
export const toVersion2 = (stored: StoredRoom): StoredRoom => ({
  ...stored,
  head: renamedRows(stored['head'], HEAD),
  peers: renamedRows(stored['peers'], PEER),
  events: renamedRows(stored['events'], EVENT),
  waiting: renamedRows(stored['waiting'], WAITING),
})
