import { afterEach, describe, expect, test, vi } from 'vitest'
import { newPeerId } from '../../../../protocol/ids.ts'
import { EPOCH_GRACE_MS, LINK_GRACE_MS } from '../../../../web/core/media/encryption/held-epochs.ts'
import { readSealedFrame } from '../../../../web/core/media/encryption/media-frame.ts'
import { bytesOf, deltaFrame, EncryptingPage, frameOf, keyFrame } from './pages.ts'

/** Of the machine's own clock. */
const PATIENCE_MS = 4_000

type Frame = ReturnType<typeof frameOf>
type Outgoing = ReturnType<EncryptingPage['sends']>

const base = crypto.getRandomValues(new Uint8Array(32))
const secrets = Array.from({ length: 9 }, () => crypto.getRandomValues(new Uint8Array(32)))
const secretOf = (epoch: number) => secrets[epoch] ?? new Uint8Array(32)
const adaId = newPeerId()

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** Ada, who sends, and two others who know of her; in a group, but in no epoch yet. */
function meeting() {
  const [ada, ben, cy] = [
    new EncryptingPage(base, 'group'),
    new EncryptingPage(base, 'group'),
    new EncryptingPage(base, 'group'),
  ]
  for (const { keys } of [ben, cy]) keys.introduce(adaId, ada.stay)
  return { ada, ben, cy }
}

function enter(epoch: number, ...pages: readonly EncryptingPage[]): void {
  for (const { keys } of pages) keys.enter(epoch, secretOf(epoch))
}

/** Somebody who sends as Ada does, as far as they have her keys: those of the link, and of the epochs that they enter. */
const asIf = ({ stay }: EncryptingPage, mode: 'group' | 'link') => new EncryptingPage(base, mode, stay)

/** Waits for what WebCrypto does, whatever the clock is. */
async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  while (!holds() && Date.now() < deadline) await new Promise((next) => setImmediate(next))
  expect(holds()).toBe(true)
}

async function say(out: Outgoing, ...words: number[]): Promise<Frame[]> {
  const before = out.sent.length
  for (const word of words) out.push(frameOf(word))
  await until(() => out.sent.length === before + words.length)
  return out.sent.slice(before)
}

/** What somebody receives of these, once one that they receive in any case is through. */
async function received(
  stream: ReturnType<EncryptingPage['receives']>,
  frames: readonly Frame[],
  last: readonly Frame[],
) {
  const before = stream.received.length
  for (const frame of [...frames, ...last]) stream.push(frame)
  await until(() => stream.received.length >= before + last.length)
  return stream.received.slice(before).flatMap(bytesOf)
}

describe('K25 frames of an epoch', () => {
  test('follow those of the one before without a gap, with one counter, also to who hears of it a moment later', async () => {
    const { ada, ben } = meeting()
    enter(1, ada, ben)
    const [out, incoming] = [ada.sends('microphone'), ben.receives(adaId, 'microphone')]
    const before = await say(out, 1, 2)
    enter(2, ada)
    const after = await say(out, 3, 4)
    const headers = [...before, ...after].map(({ data }) => readSealedFrame('audio', data)?.header)
    expect(headers.map((header) => [header?.keyId, header?.counter])).toEqual([
      [1, 0],
      [1, 1],
      [2, 2],
      [2, 3],
    ])
    for (const frame of [...before, ...after]) incoming.push(frame)
    await until(() => incoming.received.length === 2)
    enter(2, ben)
    await until(() => incoming.received.length === 4)
    expect(incoming.received.flatMap(bytesOf)).toEqual([1, 2, 3, 4])
  })

  test('are nothing to who was removed before, nor to who came later; these hear what is sent after', async () => {
    const { ada, ben: removed, cy: newcomer } = meeting()
    enter(1, ada, removed)
    const out = ada.sends('microphone')
    const early = await say(out, 1)
    enter(2, ada)
    const between = await say(out, 2)
    enter(3, ada, newcomer)
    const late = await say(out, 3)
    const [there, here] = [removed.receives(adaId, 'microphone'), newcomer.receives(adaId, 'microphone')]
    expect(await received(here, [...early, ...between], late)).toEqual([3])
    expect(await received(there, [], early)).toEqual([1])
    for (const frame of [...between, ...late]) there.push(frame)
    // The keys of other epochs do not open it, if they are said to be of this one.
    removed.keys.enter(2, secretOf(1))
    removed.keys.enter(3, secretOf(1))
    expect(await received(there, [...between, ...late], [])).toEqual([])
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(there.received).toHaveLength(1)
  })

  test('take the link as well as the group', async () => {
    const { ada } = meeting()
    enter(1, ada)
    const eve = new EncryptingPage(crypto.getRandomValues(new Uint8Array(32)), 'group')
    const ben = new EncryptingPage(base, 'group')
    for (const { keys } of [eve, ben]) {
      keys.introduce(adaId, ada.stay)
      keys.enter(1, secretOf(1))
    }
    const frames = await say(ada.sends('microphone'), 1)
    const stream = eve.receives(adaId, 'microphone')
    expect(await received(stream, frames, [])).toEqual([])
    expect(await received(ben.receives(adaId, 'microphone'), [], frames)).toEqual([1])
    expect(stream.received).toEqual([])
  })

  test('K40 go on over a change of the link without a gap: those before it by the former, those after it by the new one', async () => {
    const { ada, ben } = meeting()
    const next = crypto.getRandomValues(new Uint8Array(32))
    enter(1, ada, ben)
    const [out, incoming] = [ada.sends('microphone'), ben.receives(adaId, 'microphone')]
    const before = await say(out, 1, 2)
    ada.keys.changeLink(next)
    enter(2, ada)
    const after = await say(out, 3, 4)
    // Whoever hears of it a moment later, and of what was said before it for the first time, loses nothing.
    for (const frame of after) incoming.push(frame)
    ben.keys.changeLink(next)
    enter(2, ben)
    await until(() => incoming.received.length === 2)
    const other = ben.receives(adaId, 'microphone')
    expect(await received(other, [], [...before, ...after])).toEqual([1, 2, 3, 4])
    // Whoever has the former link, and were it the group's keys as well, hears none of it.
    const eve = new EncryptingPage(base, 'group')
    eve.keys.introduce(adaId, ada.stay)
    enter(1, eve)
    enter(2, eve)
    const overheard = eve.receives(adaId, 'microphone')
    expect(await received(overheard, after, before)).toEqual([1, 2])
    expect(overheard.received).toHaveLength(2)
  })

  test('K40 under the link’s keys are those of the new link at once, and of no other', async () => {
    const next = crypto.getRandomValues(new Uint8Array(32))
    const [ada, ben] = [new EncryptingPage(base, 'link'), new EncryptingPage(base, 'link')]
    const eve = asIf(ada, 'link')
    ben.keys.introduce(adaId, ada.stay)
    for (const page of [ada, ben]) page.keys.changeLink(next)
    const forged = await say(eve.sends('microphone'), 9)
    const real = await say(ada.sends('microphone'), 1)
    expect(await received(ben.receives(adaId, 'microphone'), forged, real)).toEqual([1])
  })

  test('are of the last that has the number, where a group was founded anew', async () => {
    const { ada, ben } = meeting()
    enter(1, ada, ben)
    const [out, incoming] = [ada.sends('microphone'), ben.receives(adaId, 'microphone')]
    const before = await say(out, 1, 2)
    enter(2, ada, ben)
    for (const page of [ada, ben]) page.keys.enter(1, secretOf(7))
    const after = await say(out, 3, 4)
    expect(after.map(({ data }) => readSealedFrame('audio', data)?.header)).toEqual([
      { keyId: 1, counter: 2, length: 1 },
      { keyId: 1, counter: 3, length: 1 },
    ])
    expect(await received(incoming, before, after)).toEqual([3, 4])
  })

  test('are asked anew for a picture that needs what one has no keys of', async () => {
    const { ada, ben: newcomer } = meeting()
    enter(1, ada)
    const [out, incoming] = [ada.sends('camera'), newcomer.receives(adaId, 'camera')]
    out.push(keyFrame(1))
    await until(() => out.sent.length === 1)
    enter(2, ada, newcomer)
    for (const frame of [deltaFrame(2), keyFrame(3)]) out.push(frame)
    await until(() => out.sent.length === 3)
    for (const frame of out.sent.slice(0, 2)) incoming.push(frame)
    await until(() => incoming.received.length === 1)
    expect(incoming.asked.times).toBe(1)
  })

  test('cost nothing before there is one, however many people and epochs there are', async () => {
    const { ben } = meeting()
    const asked = vi.spyOn(crypto.subtle, 'importKey')
    const streams = Array.from({ length: 100 }, () => {
      const peer = newPeerId()
      ben.keys.introduce(peer, new EncryptingPage(base, null).stay)
      return ben.receives(peer, 'microphone')
    })
    asked.mockClear()
    for (let epoch = 1; epoch <= 100; epoch += 1) ben.keys.enter(epoch, secretOf(1))
    // Whatever key ids somebody invents: of 8 bytes, of one, and that of the link.
    for (const stream of streams) {
      stream.push(frameOf(0xf0, ...Array(8).fill(0xff), ...Array(40).fill(5)))
      stream.push(frameOf(0x80, 0xff, ...Array(40).fill(5)))
      stream.push(frameOf(0x00, ...Array(40).fill(5)))
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(asked).not.toHaveBeenCalled()
  })
})

describe('K26 by which keys one sends', () => {
  test('is known before anything is sent; then all that was said in the last moment is', async () => {
    const page = new EncryptingPage(base, null)
    page.keys.enter(1, secretOf(1))
    const out = page.sends('microphone')
    for (const word of [1, 2]) out.push(frameOf(word))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(out.sent).toEqual([])
    page.keys.use('group', false)
    await until(() => out.sent.length === 2)
    expect(out.sent.map(({ data }) => readSealedFrame('audio', data)?.header.keyId)).toEqual([1, 1])
  })

  test('frames by who has the link alone are nothing in a group, but shortly after all went over to it', async () => {
    const { ada, ben } = meeting()
    enter(1, ada, ben)
    const mallory = asIf(ada, 'link')
    const forged = await say(mallory.sends('microphone'), 66)
    // Under the number of an epoch that they do not have, too.
    mallory.keys.use('group', false)
    mallory.keys.enter(1, new Uint8Array(32))
    forged.push(...(await say(mallory.sends('microphone'), 67)))
    const incoming = ben.receives(adaId, 'microphone')
    const out = ada.sends('microphone')
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    for (const frame of forged) incoming.push(frame)
    await vi.advanceTimersByTimeAsync(400)
    expect(await received(incoming, [], await say(out, 1))).toEqual([1])

    ben.keys.use('link', true)
    ada.keys.use('link', true)
    const [inLink, late] = await say(out, 2, 3)
    if (!inLink || !late) throw new Error('nothing was encrypted')
    expect(await received(incoming, [], [inLink])).toEqual([2])
    for (const page of [ada, ben]) page.keys.use('group', false)
    expect(await received(incoming, [], [late])).toEqual([3])
    ada.keys.use('link', true)
    const [tooLate] = await say(out, 4)
    if (!tooLate) throw new Error('nothing was encrypted')
    await vi.advanceTimersByTimeAsync(LINK_GRACE_MS)
    incoming.push(tooLate)
    await vi.advanceTimersByTimeAsync(400)
    expect(incoming.received.flatMap(bytesOf)).toEqual([1, 2, 3])
  })
})

describe('K27 who went on to another epoch', () => {
  test('does not go back: of the one before come only frames from before it, for a while', async () => {
    const { ada, ben } = meeting()
    enter(1, ada, ben)
    const [out, incoming] = [ada.sends('microphone'), ben.receives(adaId, 'microphone')]
    const [first, late, later] = await say(out, 1, 2, 3)
    if (!first || !late || !later) throw new Error('nothing was encrypted')
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    enter(2, ada, ben)
    // Who was removed, and has the keys of the epoch before, could make such frames of hers.
    const removed = asIf(ada, 'group')
    enter(1, removed)
    const forged = (await say(removed.sends('microphone'), 0, 0, 0, 66, 67)).slice(3)
    expect(await received(incoming, [], [first, ...(await say(out, 4, 5))])).toEqual([1, 4, 5])
    expect(await received(incoming, forged, [late])).toEqual([2])
    await vi.advanceTimersByTimeAsync(EPOCH_GRACE_MS)
    expect(await received(incoming, [later], await say(out, 6))).toEqual([6])
  })

  test('is not heard once more by what they sent in an epoch before', async () => {
    const { ada, ben } = meeting()
    enter(1, ada, ben)
    const [out, first, second] = [
      ada.sends('microphone'),
      ben.receives(adaId, 'microphone'),
      ben.receives(adaId, 'microphone'),
    ]
    const before = await say(out, 1, 2)
    expect(await received(first, [], before)).toEqual([1, 2])
    enter(2, ada, ben)
    const after = await say(out, 3)
    expect(await received(first, [...before, ...before], after)).toEqual([3])
    expect(await received(first, [...before, ...after, ...before], await say(out, 4))).toEqual([4])
    expect(await received(second, [], after)).toEqual([3])
  })

  test('is not drowned by a counter that somebody else gave a frame of an epoch before', async () => {
    const { ada, ben } = meeting()
    enter(1, ada, ben)
    const incoming = ben.receives(adaId, 'microphone')
    const removed = asIf(ada, 'group')
    enter(1, removed)
    const far = await say(removed.sends('microphone'), ...Array(40).keys())
    enter(2, ada, ben)
    const out = ada.sends('microphone')
    expect(await received(incoming, [], far.slice(-1))).toEqual([39])
    expect(await received(incoming, [], await say(out, 1, 2))).toEqual([1, 2])
  })
})
