import * as v from 'valibot'
import { PeerId } from '../../protocol/ids.ts'
import { DisplayName } from '../../protocol/names/display-name.ts'
import { normaliseRoomName } from '../../protocol/names/room-name.ts'
import type { OpenedMessage } from '../../web/core/encryption/opened.ts'
import { tabMemory } from '../../web/core/signalling/resume-memory.ts'
import { ChatPayload } from '../../web/features/chat/chat-payload.ts'
import { EmbedRequest } from '../../web/features/embed/embed-messages.ts'
import { tidyFileName } from '../../web/features/files/file-name.ts'
import { FilePayload } from '../../web/features/files/file-payload.ts'
import { PartsOfNotes } from '../../web/features/notes/note-parts.ts'
import { PollPayload, VotePayload } from '../../web/features/polls/poll-payload.ts'
import { readPayload } from '../../web/features/read-payload.ts'
import { ConsentPayload, RecordingPayload } from '../../web/features/recording/recording-payload.ts'
import { readSettings } from '../../web/settings/settings-schema.ts'
import { ofText, ofValue, type Parser, QUIET } from './parser.ts'

const payload = (name: string, schema: v.GenericSchema, samples: readonly object[]): Parser =>
  ofText(
    name,
    samples.map((sample) => JSON.stringify(sample)),
    (text) => readPayload(schema, text),
    { ...QUIET, most: 48_000 },
  )

const id = 'a'.repeat(16)
const file = { id, name: 'Réunion 12.pdf', size: 42, type: 'application/pdf', sha256: 's'.repeat(43) }
const question = { do: 'ask', question: 'Où ?', options: ['ici', 'là'], multiple: false, anonymous: true }

const from = v.parse(PeerId, 'p'.repeat(16))
const name = v.parse(DisplayName, 'Ada')
const parts = new PartsOfNotes()
let said = 0

/** One note after the other, as a room brings them: what one sender began another sample may go on with. */
function takeNote(text: string): unknown {
  said += 1
  const message: OpenedMessage = {
    ...{
      id: said,
      from,
      name,
      kind: 'notes',
      addressee: { to: 'everyone' },
      at: said * 1_000,
      payload: text,
    },
  }
  return parts.take(message)
}

const NOTE = (part: number): string => `{"update":"aaaaaaaa","part":${part},"of":2,"data":"aGVsbG8"}`

function remembered(text: string): unknown {
  const storage = { getItem: () => text, setItem: () => {}, removeItem: () => {} }
  return tabMemory(normaliseRoomName('somewhere'), () => storage).read()
}

/** What a page reads of other pages, of its own storage, and of whoever embeds it. */
export const PAGE_PARSERS: readonly Parser[] = [
  payload('payloads of chat', ChatPayload, [{ text: 'Bonjour 👋' }, { text: '', file }]),
  payload('payloads of files', FilePayload, [
    { do: 'ask', file: id, fetch: id, from: 0, count: 16 },
    { do: 'part', fetch: id, part: 3, data: 'aGVsbG8' },
    { do: 'gone', fetch: id },
  ]),
  payload('payloads of polls', PollPayload, [question, { do: 'close', poll: 7 }]),
  payload('payloads of votes', VotePayload, [
    { do: 'vote', poll: 7, choices: [0, 1] },
    { do: 'tally', poll: 7, counts: [2, 0], voters: 2 },
  ]),
  payload('payloads of recordings', RecordingPayload, [{ what: 'room' }]),
  payload('payloads of consents', ConsentPayload, [{ agreed: [3, 4] }]),
  ofText('payloads of notes', [NOTE(0), NOTE(1)], takeNote, { ...QUIET, most: 48_000 }),
  ofText('names of files', ['Réunion 12.pdf', '../../etc/passwd', 'a\u202egpj.exe'], tidyFileName, QUIET),
  ofText(
    'who one was, in the tab’s storage',
    [`{"token":"${'t'.repeat(43)}","seq":7}`, `{"ticket":"${'t'.repeat(43)}"}`],
    remembered,
    QUIET,
  ),
  ofText(
    'settings',
    ['{"name":"Ada","language":"fr","theme":"dark","talkKey":"Space"}'],
    readSettings,
    QUIET,
  ),
  ofValue(
    'what an embedding page asks for',
    ['{"essaim":1,"do":"join","name":"Ada"}', '{"essaim":1,"do":"mute","device":"camera"}'],
    (value) => v.safeParse(EmbedRequest, value),
  ),
]
