import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { toBase64url } from '../../../../protocol/base64url.ts'
import { rulesOf } from '../../../../protocol/page-edge/message-kinds.ts'
import { textOf } from '../../../../web/features/notes/note-doc.ts'
import { COMPACT_FROM_MESSAGES, NOTES_HARD_MAX_LENGTH } from '../../../../web/features/notes/note-limits.ts'
import { PartsOfNotes, toPayloads } from '../../../../web/features/notes/note-parts.ts'
import { NotesSync } from '../../../../web/features/notes/notes-sync.ts'
import { draws } from '../../../support/draws.ts'
import { inLongRun } from '../../../support/long-run.ts'
import { said } from '../said.ts'
import { NotesRoom } from './notes-room.ts'

let latecomers = 0

beforeEach(() => {
  vi.useFakeTimers()
  // Pages wait for a random while before they repeat what was refused.
  vi.spyOn(Math, 'random').mockImplementation(draws(1))
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

function enter(room: NotesRoom, name: string) {
  const doc = new Y.Doc()
  const sync = new NotesSync(room.enter(name), doc)
  return { sync, doc, text: textOf(doc), read: () => textOf(doc).toString() }
}
type Writer = ReturnType<typeof enter>

const settle = () => vi.advanceTimersByTimeAsync(60_000)

/** Whoever comes now reads this. */
const latecomer = (room: NotesRoom): string => {
  latecomers += 1
  return enter(room, `Late ${latecomers}`).read()
}

function edit({ text }: Writer, random: () => number): void {
  const at = Math.floor(random() * (text.length + 1))
  if (random() < 0.3) text.delete(at, Math.min(text.length - at, Math.floor(random() * 5)))
  else text.insert(at, 'élan, 山田 and more of it'.slice(0, 1 + Math.floor(random() * 8)))
}

describe('T4 three who write at once', () => {
  const seeds = Array.from({ length: inLongRun(200, 4) }, (_, index) => index + 1)
  test.each(seeds)('read the same in the end, and so does whoever comes later (%i)', async (seed) => {
    const random = draws(seed)
    vi.spyOn(Math, 'random').mockImplementation(random)
    const room = new NotesRoom(random)
    const writers = ['Ada', 'Ben', 'Cy'].map((name) => enter(room, name))
    for (let round = 0; round < 400; round += 1) {
      const writer = writers[Math.floor(random() * 3)]
      if (writer) edit(writer, random)
      if (random() < 0.02) room.failures = 2
      await vi.advanceTimersByTimeAsync(random() * 800)
    }
    await settle()
    const [first = '', ...others] = writers.map(({ read }) => read())
    expect(first.length).toBeGreaterThan(100)
    for (const other of others) expect(other).toBe(first)
    expect(latecomer(room)).toBe(first)
    expect(room.held.length).toBeLessThanOrEqual(COMPACT_FROM_MESSAGES + 3)
    expect(room.held.some(({ upTo }) => upTo !== undefined)).toBe(true)
  })
})

describe('T4 what is written', () => {
  test('is sent at once, and then no faster than the room takes it', async () => {
    const room = new NotesRoom()
    const ada = enter(room, 'Ada')
    for (let letter = 0; letter < 100; letter += 1) {
      ada.text.insert(letter, 'x')
      await vi.advanceTimersByTimeAsync(50)
    }
    await settle()
    const spans = room.held.slice(1).map(({ at }, index) => at - (room.held[index]?.at ?? 0))
    expect(Math.min(...spans)).toBeGreaterThan(1_000 / rulesOf('notes').rate.perSecond)
    expect(latecomer(room)).toBe('x'.repeat(100))
  })

  test('is sent again where it failed, and says so meanwhile', async () => {
    const room = new NotesRoom()
    const ada = enter(room, 'Ada')
    room.failures = 1
    ada.text.insert(0, 'one')
    await vi.advanceTimersByTimeAsync(500)
    expect(ada.sync.problem.value).toBe('unsent')
    await settle()
    expect(ada.sync.problem.value).toBeNull()
    expect(latecomer(room)).toBe('one')
  })

  test('goes in several messages where it is long', async () => {
    const room = new NotesRoom()
    const ada = enter(room, 'Ada')
    const ben = enter(room, 'Ben')
    ada.text.insert(0, '山'.repeat(40_000))
    await settle()
    expect(room.held.length).toBeGreaterThan(3)
    expect(ben.read()).toBe(ada.read())
  })

  test('is all there for a room that takes us for somebody new', async () => {
    const ada = enter(new NotesRoom(), 'Ada')
    ada.text.insert(0, 'kept')
    await settle()
    const room = new NotesRoom()
    const again = new NotesSync(room.enter('Adah'), ada.doc)
    again.restart()
    await settle()
    expect(latecomer(room)).toBe('kept')
  })
})

/** What is sent as one part by somebody who knows how. */
const forged = (update: Uint8Array) =>
  JSON.stringify({ update: 'abcdefgh', part: 0, of: 1, data: toBase64url(update) })

function updateOf(change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  change(doc)
  return Y.encodeStateAsUpdate(doc)
}

const BAD: readonly (readonly [string, string])[] = [
  ['no JSON', 'x'],
  ['something else', '{"notes":true}'],
  ['no update', forged(new Uint8Array([1, 2, 3, 255, 255, 255]))],
  ['half an update', forged(updateOf((doc) => textOf(doc).insert(0, 'a longer text')).subarray(0, 9))],
  ['base64 that ends in the middle', JSON.stringify({ update: 'abcdefgh', part: 0, of: 1, data: 'AAAAA' })],
  ['a part beyond the last', JSON.stringify({ update: 'abcdefgh', part: 4, of: 2, data: 'AA' })],
  ['more parts than there may be', JSON.stringify({ update: 'abcdefgh', part: 0, of: 1e9, data: 'AA' })],
  ['a picture within the text', forged(updateOf((doc) => textOf(doc).insertEmbed(0, { image: 'x' })))],
  ['bold letters', forged(updateOf((doc) => textOf(doc).insert(0, 'x', { bold: true })))],
  ['line ends that a field does not show', forged(updateOf((doc) => textOf(doc).insert(0, 'a\r\nb')))],
  ['another thing under the same name', forged(updateOf((doc) => doc.getMap('notes').set('a', 1)))],
  ['another thing', forged(updateOf((doc) => doc.getText('other').insert(0, 'x')))],
]

describe('T4 what is no note', () => {
  test.each(BAD)('%s changes nothing, and the pad goes on', async (_what, payload) => {
    const room = new NotesRoom()
    const [ada, ben] = [enter(room, 'Ada'), enter(room, 'Ben')]
    ada.text.insert(0, 'before ')
    await settle()
    room.say('Eve', payload)
    await settle()
    ben.text.insert(7, 'and after')
    await settle()
    for (const each of [ada, ben]) expect(each.read()).toBe('before and after')
    expect(latecomer(room)).toBe('before and after')
  })

  test('a text beyond all bounds stops growing', async () => {
    const room = new NotesRoom()
    const ada = enter(room, 'Ada')
    for (let each = 0; each < 8; each += 1)
      for (const payload of toPayloads(updateOf((doc) => textOf(doc).insert(0, 'x'.repeat(30_000)))))
        room.say('Eve', payload)
    await settle()
    expect(ada.text.length).toBeLessThanOrEqual(NOTES_HARD_MAX_LENGTH + 30_000)
  })

  test('C8 whoever wipes out what was there with nothing is mended by those who have it', async () => {
    const room = new NotesRoom()
    const [ada, ben] = [enter(room, 'Ada'), enter(room, 'Ben')]
    ada.text.insert(0, 'what we decided')
    await settle()
    room.say('Eve', 'nothing', room.held.at(-1)?.id ?? 0)
    expect(latecomer(room)).toBe('')
    await settle()
    expect(latecomer(room)).toBe('what we decided')
    expect(ben.read()).toBe('what we decided')
    expect(room.held.length).toBeLessThanOrEqual(3)
  })

  test('C8 what stands for earlier notes does not stand for an update that is half there', async () => {
    const room = new NotesRoom()
    const [ada, ben] = [enter(room, 'Ada'), enter(room, 'Ben')]
    const [first = '', ...rest] = toPayloads(updateOf((doc) => textOf(doc).insert(0, '山'.repeat(20_000))))
    room.say('Eve', first)
    for (let each = 0; each <= COMPACT_FROM_MESSAGES; each += 1) room.say('Ben', 'filler')
    await vi.advanceTimersByTimeAsync(1_000)
    ada.text.insert(0, 'x')
    await vi.advanceTimersByTimeAsync(3_000)
    for (const payload of rest) room.say('Eve', payload)
    await settle()
    expect(latecomer(room)).toHaveLength(20_001)
    expect(ben.read()).toBe(ada.read())
  })
})

describe('T4 parts', () => {
  test('come together in any order, each with its own', () => {
    const parts = new PartsOfNotes()
    const update = new Uint8Array(100_000).map((_, index) => index % 251)
    const [a = '', b = '', c = '', d = ''] = toPayloads(update)
    const other = toPayloads(update.slice(0, 70_000))
    const take = (id: number, payload: string, from = 'Ada') =>
      parts.take(said({ id, from, kind: 'notes', payload }))
    expect([take(1, d), take(2, other[0] ?? ''), take(3, b), take(4, a, 'Eve'), take(5, a)]).toEqual(
      Array.from({ length: 5 }, () => null),
    )
    expect(parts.firstWaiting).toBe(1)
    expect(take(6, c)).toEqual(update)
    expect(parts.firstWaiting).toBe(2)
  })

  test('of an update that is too large are none', () => {
    expect(toPayloads(new Uint8Array(300_000))).toEqual([])
  })
})
