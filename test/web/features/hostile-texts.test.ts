import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { DisplayName, tidyDisplayName, tidyLine } from '../../../protocol/names/display-name.ts'
import { normaliseRoomName } from '../../../protocol/names/room-name.ts'
import { readJson } from '../../../protocol/reading.ts'
import { readAddress } from '../../../web/app/address.ts'
import { addToLog, EMPTY_LOG, messagesOf } from '../../../web/core/room-state/message-log.ts'
import { ChatPayload } from '../../../web/features/chat/chat-payload.ts'
import { linkify } from '../../../web/features/chat/thread/linkify.ts'
import { threadOf } from '../../../web/features/chat/thread/thread.ts'
import { tidyFileName } from '../../../web/features/files/file-name.ts'
import { FileDescription } from '../../../web/features/files/file-payload.ts'
import { PartsOfNotes } from '../../../web/features/notes/note-parts.ts'
import { textChange } from '../../../web/features/notes/text-change.ts'
import { PollPayload } from '../../../web/features/polls/poll-payload.ts'
import { pollsOf } from '../../../web/features/polls/poll-results.ts'
import { readPayload } from '../../../web/features/read-payload.ts'
import { ConsentPayload } from '../../../web/features/recording/recording-payload.ts'
import { initials } from '../../../web/ui/name-badge.ts'
import type { OpenedMessage } from '../opened.ts'
import { peer, said } from './said.ts'

/**
 * What runs over what others sent takes steps of its length. Measured as a ratio within one run: 16 times as much to read takes
 * about 16 times as long; where it takes the square of it, 256 times.
 */
const SHORT = 4_000
const LONG = 64_000
const MOST_TIMES = 160
/** Nothing of that length that takes less is of any harm, and too little can be measured of it. */
const HARMLESS_MS = 300
const TRIES = 3

function fastest(work: () => unknown): number {
  const times = Array.from({ length: TRIES }, () => {
    const from = performance.now()
    work()
    return performance.now() - from
  })
  return Math.min(...times)
}

function expectStepsOfItsLength(work: (length: number) => () => unknown): void {
  const long = fastest(work(LONG))
  if (long <= HARMLESS_MS) return
  const short = fastest(work(SHORT))
  expect(long / short, `${long} ms for ${LONG}, ${short} ms for ${SHORT}`).toBeLessThan(MOST_TIMES)
}

const repeated = (unit: string, length: number): string =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
const ignoringErrors = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (error) {
    return error
  }
}

type Reader = (text: string) => unknown
const READERS: Record<string, Reader> = {
  'links in a chat message': linkify,
  'a line of a poll, or a name': tidyLine,
  'a person’s name': tidyDisplayName,
  'a person’s name in a message': (text) => v.safeParse(DisplayName, text, { abortEarly: true }),
  'initials of a name': initials,
  'the name of a file': tidyFileName,
  'a file that is told of': (text) =>
    readPayload(FileDescription, JSON.stringify({ id: 'x'.repeat(16), name: text })),
  'a chat message': (text) => readPayload(ChatPayload, JSON.stringify({ text })),
  'a poll': (text) =>
    readPayload(PollPayload, JSON.stringify({ do: 'ask', question: text, options: [text] })),
  'what somebody agrees to': (text) => readPayload(ConsentPayload, text),
  'the name of a room': (text) => ignoringErrors(() => normaliseRoomName(text)),
  'the address of a link': readAddress,
  JSON: (text) => ignoringErrors(() => readJson(text)),
  'a part of notes': (text) =>
    new PartsOfNotes().take(
      said({
        id: 1,
        from: 'Eve',
        kind: 'notes',
        payload: JSON.stringify({ update: 'x'.repeat(8), part: 0, of: 2, data: text }),
      }),
    ),
  'a change of notes': (text) => textChange(text, `${text}x`, 0),
}

/** Whatever makes a pattern begin again and again, or go back and forth. */
const INPUTS: Record<string, (length: number) => string> = {
  'an address and closing brackets': (length) => `https://x${')'.repeat(length)}`,
  'an address, brackets and a letter': (length) => `https://x${'()'.repeat(length / 2)}a`,
  'an address and full stops': (length) => `https://x${'.'.repeat(length)}`,
  'half addresses': (length) => repeated('https://', length),
  'many addresses': (length) => repeated('http://a.b ', length),
  'letters that could begin a mail address': (length) => 'a'.repeat(length),
  'mail addresses without an end': (length) => repeated(`${'a'.repeat(64)}@${'b'.repeat(63)}`, length),
  'mail addresses with many labels': (length) => repeated(`a@${'b.'.repeat(8)}`, length),
  'at signs': (length) => '@'.repeat(length),
  'dots and a letter': (length) => `${'.'.repeat(length)}x`,
  'dots with letters on both sides': (length) => `x${'.'.repeat(length)}x`,
  'dashes with letters on both sides': (length) => `x${'-'.repeat(length)}x`,
  'slashes with letters on both sides': (length) => `/x${'/'.repeat(length)}x`,
  'blanks with letters on both sides': (length) => `x${' '.repeat(length)}x`,
  'blanks and dashes by turns': (length) => `x${repeated(' -', length)}x`,
  'control characters': (length) => '\u0000'.repeat(length),
  'overrides of direction': (length) => `${'\u202e'.repeat(length)}x`,
  'combining signs in the wrong order': (length) => `a${repeated('\u0301\u0316', length)}`,
  joiners: (length) => '\u200d'.repeat(length),
  'emoji with joiners': (length) => repeated('👩‍👩‍👧‍👦', length),
  'halves of letters': (length) => '\ud800'.repeat(length),
  'open brackets': (length) => '['.repeat(length),
  'quotation marks': (length) => '"'.repeat(length),
}

describe.each(Object.entries(READERS))('%s', (_reader, read) => {
  test.each(Object.entries(INPUTS))('of %s', (_input, make) => {
    expectStepsOfItsLength((length) => {
      const text = make(length)
      return () => read(text)
    })
  })
})

test('what was meant to be linked still is, behind thousands of brackets that nobody opened', () => {
  const [link, rest] = linkify(`https://x.example/(a)${')'.repeat(LONG)}`)
  expect(link).toMatchObject({ kind: 'link', href: 'https://x.example/(a)' })
  expect(rest).toMatchObject({ kind: 'text', text: ')'.repeat(LONG) })
})

describe('many messages', () => {
  const chat = (id: number): OpenedMessage =>
    said({ id, from: 'Eve', kind: 'chat', payload: JSON.stringify({ text: `${id}` }) })
  const numbers = (length: number): number[] => Array.from({ length }, (_, index) => index + 1)

  test.each<[string, (ids: number[]) => number[]]>([
    ['in order', (ids) => ids],
    ['the last one first', (ids) => ids.toReversed()],
  ])('of a history, %s, are noted in steps of their number', (_order, arrange) => {
    expectStepsOfItsLength((length) => {
      const messages = arrange(numbers(length)).map(chat)
      return () => {
        const log = addToLog(EMPTY_LOG, messages)
        if (messagesOf(log, 'chat').length !== length) throw new Error('not all are there')
      }
    })
  })

  test('of a chat are read in steps of their number', () => {
    expectStepsOfItsLength((length) => {
      const messages = numbers(length).map(chat)
      return () => threadOf(messages, peer('Ada'))
    })
  })

  test('of polls and votes are counted in steps of their number', () => {
    expectStepsOfItsLength((length) => {
      const polls = numbers(length / 40).map((id) =>
        said({
          id,
          from: 'Eve',
          kind: 'poll',
          payload: JSON.stringify({
            do: 'ask',
            question: 'q',
            options: ['a', 'b'],
            multiple: false,
            anonymous: true,
          }),
        }),
      )
      const votes = numbers(length).map((id) =>
        said({
          id: id + length,
          from: 'Eve',
          kind: 'vote',
          payload: JSON.stringify({ do: 'vote', poll: (id % polls.length) + 1, choices: [0] }),
        }),
      )
      return () =>
        pollsOf({ polls, votes }, { self: peer('Ada'), voter: null, present: new Set([peer('Eve')]) })
    })
  })
})
