import * as v from 'valibot'
import { PeerId } from '../../../protocol/ids.ts'
import type { MessageKind } from '../../../protocol/page-edge/message-kinds.ts'
import type { Addressee } from '../../../protocol/page-edge/messages.ts'
import { UNREADABLE } from '../../../web/core/encryption/opened.ts'
import { OpenedMessage } from '../opened.ts'
import { fakeNotes } from './fake-notes.ts'

const NAMES = ['Ada', 'Jean-Baptiste de la Fontaine', 'Nguyễn Thị Minh Khai', 'Omar'] as const
const EVERYONE: Addressee = { to: 'everyone' }

const fakeId = (index: number): PeerId => v.parse(PeerId, `person-${String(index).padStart(4, '0')}`)

const said = (id: number, from: number, kind: MessageKind, payload: unknown): OpenedMessage =>
  v.parse(OpenedMessage, {
    id,
    from: fakeId(from),
    name: NAMES[from % NAMES.length],
    kind,
    addressee: EVERYONE,
    at: 1_000 + id,
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  })

const question = (asks: string, options: readonly string[], change: object = {}) => ({
  do: 'ask',
  question: asks,
  options,
  multiple: false,
  anonymous: false,
  ...change,
})

/** Three polls: one closed, one anonymous of another, one open and voted in. */
const POLLS: readonly OpenedMessage[] = [
  said(1, 0, 'poll', question('Which evening suits you?', ['Tuesday', 'Thursday'])),
  said(2, 1, 'vote', { do: 'vote', poll: 1, choices: [1] }),
  said(3, 0, 'poll', { do: 'close', poll: 1 }),
  said(
    4,
    1,
    'poll',
    question('Are you content with how we decide?', ['Yes', 'Mostly', 'No'], { anonymous: true }),
  ),
  said(5, 1, 'vote', { do: 'tally', poll: 4, counts: [3, 4, 1], voters: 8 }),
  said(
    6,
    2,
    'poll',
    question(
      'What shall the association buy with what is left of this year’s money?',
      [
        'A second-hand projector',
        'Rollup-Ausstellungssysteme mit Transporttaschen',
        'Nothing: keep it for next year',
      ],
      { multiple: true },
    ),
  ),
  said(7, 0, 'vote', { do: 'vote', poll: 6, choices: [0] }),
  said(8, 1, 'vote', { do: 'vote', poll: 6, choices: [0, 2] }),
  said(9, 3, 'vote', { do: 'vote', poll: 6, choices: [2] }),
]

const CHAT: readonly OpenedMessage[] = [
  said(1, 1, 'chat', { text: 'Bonjour tout le monde' }),
  said(2, 1, 'chat', {
    text: 'The agenda: https://example.org/assemblee-generale/2026/ordre-du-jour-definitif?version=3',
  }),
  said(3, 0, 'chat', { text: 'Thank you. Shall we begin?' }),
  said(4, 2, 'chat', { text: 'Two more minutes, please.\n\nThe train was late.' }),
  {
    ...said(5, 3, 'chat', { text: 'I have a question, but not in front of all' }),
    addressee: { to: 'peer', peer: fakeId(0) },
  },
  { ...said(6, 0, 'chat', { text: 'Of course' }), addressee: { to: 'peer', peer: fakeId(3) } },
  said(7, 3, 'chat', { text: 'مرحبا بالجميع' }),
]

/** What was private before this page was loaded anew: nothing of it can be read, neither what one got nor what one wrote. */
const UNREADABLE_CHAT: readonly OpenedMessage[] = [
  said(1, 1, 'chat', { text: 'Bonjour tout le monde' }),
  { ...said(2, 3, 'chat', UNREADABLE), addressee: { to: 'peer', peer: fakeId(0) } },
  { ...said(3, 0, 'chat', UNREADABLE), addressee: { to: 'peer', peer: fakeId(3) } },
  { ...said(4, 3, 'chat', { text: 'Are you back?' }), addressee: { to: 'peer', peer: fakeId(0) } },
  said(5, 0, 'chat', { text: 'Yes. Shall we begin?' }),
]

const fileOf = (name: string, size: number, type = ''): object => ({
  text: '',
  file: {
    id: name
      .replace(/[^a-z]/g, '')
      .padEnd(16, '-')
      .slice(0, 16),
    name,
    size,
    type,
    sha256: 'A'.repeat(43),
  },
})

/** Files: of somebody who is here, of somebody who has left, of oneself. */
const FILES: readonly OpenedMessage[] = [
  said(1, 1, 'chat', { text: 'Here are the accounts.' }),
  said(2, 1, 'chat', fileOf('comptes-de-l-association-2026-version-definitive-corrigee.ods', 182_000)),
  said(3, 0, 'chat', fileOf('minutes.pdf', 2_400_000, 'application/pdf')),
  said(4, 2, 'chat', fileOf('the hall.jpg', 4_800_000, 'image/jpeg')),
  { ...said(5, 3, 'chat', fileOf('gone.txt', 900)), from: v.parse(PeerId, 'somebody-gone') },
]

/** What was said in a room of the gallery, by the names that its address may ask for. */
export const FAKE_SAID = {
  nothing: [],
  recording: [said(1, 1, 'recording', { what: 'room' })],
  chat: CHAT,
  unreadable: UNREADABLE_CHAT,
  files: FILES,
  notes: [said(1, 1, 'notes', fakeNotes())],
  polls: POLLS,
  question: [said(1, 1, 'poll', question('Shall we meet every Thursday from now on?', ['Yes', 'No']))],
} as const satisfies Record<string, readonly OpenedMessage[]>
