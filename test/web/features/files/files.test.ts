import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Addressee } from '../../../../protocol/page-edge/messages.ts'
import { FILE_MAX_BYTES, SILENCE_MS, TRIES } from '../../../../web/features/files/file-limits.ts'
import type { FilesOfRoom } from '../../../../web/features/files/files-of-room.ts'
import type { SentFile } from '../../../../web/features/files/transfer/fetched-files.ts'
import { EVERYONE, only, peer } from '../said.ts'
import { FilesLine } from './files-line.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const bytesOf = (size: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: size }, (_, at) => (at * 31 + (at >> 9)) % 256)

/** Ada has sent a file, whose message has the number 1. */
async function sent(
  ada: FilesOfRoom,
  { size = 100_000, to = EVERYONE }: { size?: number; to?: Addressee } = {},
): Promise<SentFile> {
  const file = await ada.offered.offer(new Blob([bytesOf(size)]), 'minutes.pdf', to)
  return { message: 1, from: peer('Ada'), file }
}

const stateOf = (page: FilesOfRoom, { message }: SentFile) => page.fetched.stateOf(message).value

/** Lets so many seconds go by. */
const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1_000)

test('T8 a file of 5 MB comes in less than 15 s, byte for byte, and the edge never has to slow it down', async () => {
  const line = new FilesLine()
  const ada = line.arrive('Ada')
  const ben = line.arrive('Ben')
  const file = await sent(ada, { size: FILE_MAX_BYTES })
  ben.fetched.fetch(file)
  await pass(1)
  const under = stateOf(ben, file)
  expect(under).toMatchObject({ at: 'coming' })
  await pass(14)
  const state = stateOf(ben, file)
  if (state.at !== 'here') throw new Error(state.at)
  expect(Buffer.compare(state.bytes, bytesOf(FILE_MAX_BYTES))).toBe(0)
  expect(line.refused).toBe(0)
  expect(line.crossed.filter(({ says }) => says['do'] === 'part')).toHaveLength(148)
  expect(line.crossed.every(({ from, to }) => from !== to)).toBe(true)
})

test('T8 several people who fetch at once share what the sender can send, and all get the file', async () => {
  const line = new FilesLine()
  const ada = line.arrive('Ada')
  const others = ['Ben', 'Cy', 'Dee', 'Eli'].map((name) => line.arrive(name))
  const file = await sent(ada, { size: 1_000_000 })
  for (const other of others) other.fetched.fetch(file)
  await pass(4)
  const received = others.map((other) => stateOf(other, file))
  for (const state of received) expect(state.at === 'coming' && state.received > 200_000).toBe(true)
  await pass(8)
  expect(others.map((other) => stateOf(other, file).at)).toEqual(['here', 'here', 'here', 'here'])
  expect(line.refused).toBe(0)
})

test('T8 parts that come out of order, twice or not at all find their places', async () => {
  const line = new FilesLine()
  const ada = line.arrive('Ada')
  const ben = line.arrive('Ben')
  const file = await sent(ada, { size: 900_000 })
  let held: Parameters<typeof line.tamper>[0] | null = null
  let parts = 0
  line.tamper = (message) => {
    if (!message.payload.includes('"part"')) return [message]
    parts += 1
    if (parts === 7) return []
    if (parts % 3 === 1) {
      held = message
      return []
    }
    const both = held === null ? [message, message] : [message, held, message]
    held = null
    return both
  }
  ben.fetched.fetch(file)
  await pass(3 * (SILENCE_MS / 1_000))
  const state = stateOf(ben, file)
  expect(state.at === 'here' && Buffer.compare(state.bytes, bytesOf(900_000))).toBe(0)
})

test.each<[string, (says: Record<string, unknown>) => object]>([
  ['longer than it may be', (says) => ({ ...says, data: `${says['data']}AAAA` })],
  ['shorter than it must be', (says) => ({ ...says, data: 'AAAA' })],
  ['beyond the end', (says) => ({ ...says, part: 400 })],
  ['outside what was asked for', (says) => ({ ...says, part: 20 })],
  ['no base64', (says) => ({ ...says, data: 'A'.repeat(45_333) })],
  ['of other bytes', (says) => ({ ...says, data: `B${String(says['data']).slice(1)}` })],
])('T8 a part that is %s ends the fetching, and nothing of it is kept', async (_what, change) => {
  const line = new FilesLine()
  const ada = line.arrive('Ada')
  const ben = line.arrive('Ben')
  const file = await sent(ada, { size: 800_000 })
  line.tamper = (message) => {
    const says = JSON.parse(message.payload)
    return [says.do === 'part' ? { ...message, payload: JSON.stringify(change(says)) } : message]
  }
  ben.fetched.fetch(file)
  await pass(10)
  expect(stateOf(ben, file)).toEqual({ at: 'failed', why: 'broken' })
  const before = line.crossed.length
  await pass(60)
  expect(line.crossed.length).toBe(before)
})

test('T8 parts that somebody else sends, or that nobody asked for, change nothing', async () => {
  const line = new FilesLine()
  const ada = line.arrive('Ada')
  const ben = line.arrive('Ben')
  line.arrive('Eve')
  const file = await sent(ada, { size: 100_000 })
  line.tamper = (message) =>
    message.payload.includes('"part"')
      ? [{ ...message, from: peer('Eve'), payload: message.payload.replaceAll('A', 'B') }, message]
      : [message]
  ben.fetched.fetch(file)
  await pass(5)
  expect(stateOf(ben, file).at).toBe('here')
})

test('T8 only those who were sent the message get the file; to others it is as if there were none', async () => {
  const line = new FilesLine()
  const ada = line.arrive('Ada', 'moderator')
  const mo = line.arrive('Mo', 'moderator')
  const ben = line.arrive('Ben')
  const eve = line.arrive('Eve')
  const forBen = await sent(ada, { to: only('Ben') })
  const forModerators = { ...(await sent(ada, { to: { to: 'moderators' } })), message: 2 }
  const invented = { ...forBen, message: 3, file: { ...forBen.file, id: 'AAAAAAAAAAAAAAAA' } }
  for (const file of [forBen, forModerators, invented]) eve.fetched.fetch(file)
  ben.fetched.fetch(forBen)
  mo.fetched.fetch(forModerators)
  await pass(10)
  expect(stateOf(ben, forBen).at).toBe('here')
  expect(stateOf(mo, forModerators).at).toBe('here')
  for (const file of [forBen, forModerators, invented])
    expect(stateOf(eve, file)).toEqual({ at: 'failed', why: 'gone' })
  const toEve = line.crossed.filter(({ to }) => to === peer('Eve'))
  expect(toEve.map(({ says }) => says['do'])).toEqual(['gone', 'gone', 'gone'])
  // Who moderated when it was sent was sent it, whatever they are now.
  line.people.value = line.people.value.map((person) => ({ ...person, role: 'participant' }))
  mo.fetched.fetch({ ...forModerators, message: 4 })
  await pass(5)
  expect(mo.fetched.stateOf(4).value.at).toBe('here')
})

test('T8 who stops a fetching gets nothing more, and may fetch anew', async () => {
  const line = new FilesLine()
  const ada = line.arrive('Ada')
  const ben = line.arrive('Ben')
  const file = await sent(ada, { size: 3_000_000 })
  ben.fetched.fetch(file)
  await pass(2)
  ben.fetched.cancel(file)
  expect(stateOf(ben, file)).toEqual({ at: 'sender' })
  await pass(1)
  const before = line.crossed.length
  await pass(60)
  expect(line.crossed.length).toBe(before)
  ben.fetched.fetch(file)
  await pass(15)
  expect(stateOf(ben, file).at).toBe('here')
})

test('T8 a sender who leaves, is silent or has loaded the page anew is each told apart', async () => {
  const line = new FilesLine()
  const ada = line.arrive('Ada')
  const ben = line.arrive('Ben')
  const file = await sent(ada, { size: 3_000_000 })
  ben.fetched.fetch(file)
  await pass(2)
  line.leave('Ada')
  expect(stateOf(ben, file)).toEqual({ at: 'failed', why: 'left' })
  ben.fetched.fetch(file)
  await pass(1)
  expect(stateOf(ben, file)).toEqual({ at: 'failed', why: 'left' })

  // The same person in a page that knows nothing of what they sent.
  line.arrive('Ada')
  ben.fetched.fetch(file)
  await pass(1)
  expect(stateOf(ben, file)).toEqual({ at: 'failed', why: 'gone' })

  line.tamper = () => []
  ben.fetched.fetch(file)
  await pass((SILENCE_MS / 1_000) * TRIES - 1)
  expect(stateOf(ben, file).at).toBe('coming')
  await pass(2)
  expect(stateOf(ben, file)).toEqual({ at: 'failed', why: 'silent' })
})

test('T8 another’s file under the same id is another file', async () => {
  const line = new FilesLine()
  const ada = line.arrive('Ada')
  const eve = line.arrive('Eve')
  const ben = line.arrive('Ben')
  const file = await sent(ada)
  const forged = { ...file, message: 2, from: peer('Eve') }
  ben.fetched.fetch(forged)
  await pass(2)
  expect(eve.offered.ownFile(file.file.id)).toBeNull()
  expect(stateOf(ben, forged)).toEqual({ at: 'failed', why: 'gone' })
  expect(stateOf(ben, file)).toEqual({ at: 'sender' })
})

test('T8 whoever asks for everything at once does not keep others waiting', async () => {
  const line = new FilesLine()
  const ada = line.arrive('Ada')
  const eve = line.arrive('Eve')
  const ben = line.arrive('Ben')
  const file = await sent(ada, { size: 500_000 })
  for (let message = 10; message < 40; message += 1) eve.fetched.fetch({ ...file, message })
  await pass(1)
  ben.fetched.fetch(file)
  await pass(10)
  expect(stateOf(ben, file).at).toBe('here')
})
