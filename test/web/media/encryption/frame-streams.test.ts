import { describe, expect, test, vi } from 'vitest'
import { newPeerId } from '../../../../protocol/ids.ts'
import { deriveSFrameKey } from '../../../../web/core/encryption/sframe/suite.ts'
import { newStay } from '../../../../web/core/encryption/stay.ts'
import { mediaBaseKey, SourceKey } from '../../../../web/core/media/encryption/epoch-keys.ts'
import { FrameEncrypter } from '../../../../web/core/media/encryption/frame-encrypter.ts'
import { FRAME_PATIENCE_MS, MAX_WAITING_FRAMES } from '../../../../web/core/media/encryption/frame-queue.ts'
import { readSealedFrame } from '../../../../web/core/media/encryption/media-frame.ts'
import { OwnSource } from '../../../../web/core/media/encryption/own-source.ts'
import { REPLAY_WINDOW } from '../../../../web/core/media/encryption/replay-window.ts'
import { draws } from '../../../support/draws.ts'
import { bytesOf, deltaFrame, EncryptingPage, frameOf, keyFrame } from './pages.ts'

const SEED = 20
const base = crypto.getRandomValues(new Uint8Array(32))
const adaId = newPeerId()

/** Ada and Ben, who know of each other, and what of Ada's Ben receives. */
function pair(source: 'microphone' | 'camera') {
  const [ada, ben] = [new EncryptingPage(base), new EncryptingPage(base)]
  ben.keys.introduce(adaId, ada.stay)
  return { ada, ben, out: ada.sends(source), in: ben.receives(adaId, source) }
}

/** Encrypts these frames, one after the other. */
async function encrypted(out: ReturnType<EncryptingPage['sends']>, frames: Parameters<typeof out.push>[0][]) {
  const before = out.sent.length
  for (const frame of frames) out.push(frame)
  await vi.waitFor(() => expect(out.sent).toHaveLength(before + frames.length))
  return out.sent.slice(before)
}

/** Long enough for whatever is decrypted to have been: what comes behind it has come. */
async function drained(
  stream: ReturnType<EncryptingPage['receives']>,
  last: Parameters<typeof stream.push>[0],
) {
  const before = stream.received.length
  stream.push(last)
  await vi.waitFor(() => expect(stream.received.length).toBeGreaterThan(before))
}

describe('K20 what is sent', () => {
  test('comes back as it was, in order, whatever it is', async () => {
    const random = draws(SEED)
    const body = () => Array.from({ length: Math.floor(random() * 1_500) }, () => Math.floor(random() * 256))
    for (const source of ['microphone', 'camera'] as const) {
      const { out, in: incoming } = pair(source)
      const make = () => {
        if (source === 'microphone') return frameOf(...body())
        return random() < 0.1 ? keyFrame(...body()) : deltaFrame(...body())
      }
      const frames = Array.from({ length: 60 }, make)
      const plain = frames.map(bytesOf)
      for (const frame of await encrypted(out, frames)) incoming.push(frame)
      await vi.waitFor(() => expect(incoming.received).toHaveLength(60))
      expect(incoming.received.map(bytesOf), `seed ${SEED}`).toEqual(plain)
    }
  })

  test('shows no more than the first bytes of a picture, and nothing of a sound', async () => {
    const body = Array.from({ length: 40 }, (_, index) => index)
    const { out } = pair('camera')
    const [key, delta] = (await encrypted(out, [keyFrame(...body), deltaFrame(...body)])).map(bytesOf)
    expect(key?.slice(0, 10)).toEqual(bytesOf(keyFrame()))
    expect(delta?.slice(0, 3)).toEqual(bytesOf(deltaFrame()))
    // Clear bytes, one of a header, ciphertext, tag.
    expect([key?.length, delta?.length]).toEqual([10 + 1 + 40 + 16, 3 + 1 + 40 + 16])
    const voice = await encrypted(pair('microphone').out, [frameOf(...body), frameOf(...body)])
    expect(voice.map((frame) => frame.data.byteLength)).toEqual([57, 57])
    for (const bytes of [key?.slice(11), delta?.slice(4), ...voice.map((frame) => bytesOf(frame).slice(1))])
      expect(`,${bytes},`).not.toContain(',10,11,12,')
    const [first = [], second = []] = voice.map(bytesOf)
    expect(first.slice(1, 41)).not.toEqual(second.slice(1, 41))
  })

  test('has one counter for all senders of a source, and never one twice', async () => {
    const ada = new EncryptingPage(base)
    const [before, after] = [ada.sends('camera'), ada.sends('camera')]
    const frames = [
      ...(await encrypted(before, [keyFrame(1), deltaFrame(2)])),
      ...(await encrypted(after, [keyFrame(1), deltaFrame(2)])),
    ]
    const counters = frames.map(({ data }) => readSealedFrame('video', data)?.header.counter)
    expect(counters).toEqual([0, 1, 2, 3])
  })

  test('goes nowhere where it cannot be encrypted', async () => {
    const baseKey = await mediaBaseKey(base, newStay(), 'microphone')
    const key = new SourceKey(await deriveSFrameKey(baseKey, 0))
    const sent: unknown[] = []
    const failures: unknown[] = []
    const host = {
      forward: (frame: unknown) => sent.push(frame),
      failed: (cause: unknown) => failures.push(cause),
    }
    const last = new OwnSource({ current: key }, Number.MAX_SAFE_INTEGER)
    const worn = new FrameEncrypter('audio', () => last, host)
    worn.push(frameOf(1))
    worn.push(frameOf(2))
    await vi.waitFor(() => expect(failures).toHaveLength(1))
    expect(failures).toEqual([new RangeError('no counters are left')])
    expect(sent).toHaveLength(1)
    const keyless = new FrameEncrypter('audio', () => null, host)
    keyless.push(frameOf(3))
    await new Promise((resolve) => setTimeout(resolve, FRAME_PATIENCE_MS + 50))
    expect(sent).toHaveLength(1)
    const short = new FrameEncrypter('video', () => new OwnSource({ current: key }), host)
    short.push(frameOf(0, 1, 2))
    short.push(deltaFrame(1))
    await vi.waitFor(() => expect(sent).toHaveLength(2))
  })
})

describe('K22 what is received', () => {
  test.each(['microphone', 'camera'] as const)(
    'of a %s is nothing where one bit is another, or it is cut',
    async (source) => {
      const { out, in: incoming } = pair(source)
      const [frame, last] = await encrypted(out, [deltaFrame(...Array(30).keys()), deltaFrame(7)])
      if (!frame || !last) throw new Error('nothing was encrypted')
      for (let at = 0; at < frame.data.byteLength; at += 1) {
        const tampered = bytesOf(frame)
        tampered[at] = (tampered[at] ?? 0) ^ (1 << (at % 8))
        // A counter of another length may make of it a frame that waits for a key.
        incoming.push(frameOf(...tampered))
        incoming.push(frameOf(...bytesOf(frame).slice(0, at)))
      }
      await drained(incoming, last)
      expect(incoming.received.map(bytesOf)).toEqual([bytesOf(deltaFrame(7))])
    },
  )

  test('of whatever bytes somebody invents is nothing', async () => {
    const random = draws(SEED)
    const { out, in: incoming } = pair('camera')
    for (let round = 0; round < 1_000; round += 1)
      incoming.push(
        frameOf(...Array.from({ length: Math.floor(random() * 60) }, () => Math.floor(random() * 256))),
      )
    const [frame] = await encrypted(out, [keyFrame(9)])
    if (!frame) throw new Error('nothing was encrypted')
    await drained(incoming, frame)
    expect(incoming.received.map(bytesOf)).toEqual([bytesOf(keyFrame(9))])
  })

  test('is nothing under another link, as somebody else’s, or as another source', async () => {
    const { ada, ben, out } = pair('microphone')
    const eve = new EncryptingPage(crypto.getRandomValues(new Uint8Array(32)))
    eve.keys.introduce(adaId, ada.stay)
    const cyId = newPeerId()
    ben.keys.introduce(cyId, newStay())
    const wrong = [
      eve.receives(adaId, 'microphone'),
      ben.receives(cyId, 'microphone'),
      ben.receives(adaId, 'screen-audio'),
    ]
    const right = ben.receives(adaId, 'microphone')
    const frames = await encrypted(out, [frameOf(1), frameOf(2)])
    for (const stream of [...wrong, right]) for (const frame of frames) stream.push(frame)
    await vi.waitFor(() => expect(right.received).toHaveLength(2))
    await new Promise((resolve) => setTimeout(resolve, 50))
    for (const { received } of wrong) expect(received).toEqual([])
  })

  test('under a key id that nobody knows is dropped when its time is over, and stops nothing for longer', async () => {
    const { in: incoming, out } = pair('microphone')
    // Key id 1, counter 0.
    incoming.push(frameOf(0x10, ...Array(40).fill(5)))
    const [frame] = await encrypted(out, [frameOf(1)])
    if (!frame) throw new Error('nothing was encrypted')
    incoming.push(frame)
    await vi.waitFor(() => expect(incoming.received.map(bytesOf)).toEqual([[1]]), { timeout: 5_000 })
  })
})

describe('K23 who is not yet introduced', () => {
  test('is heard from the first frame on, if that is told in time', async () => {
    const [ada, ben] = [new EncryptingPage(base), new EncryptingPage(base)]
    const incoming = ben.receives(adaId, 'microphone')
    for (const frame of await encrypted(ada.sends('microphone'), [frameOf(1), frameOf(2)]))
      incoming.push(frame)
    expect(incoming.received).toEqual([])
    ben.keys.introduce(adaId, ada.stay)
    await vi.waitFor(() => expect(incoming.received.map(bytesOf)).toEqual([[1], [2]]))
  })

  test('is asked for a key frame where pictures were lost until then, once', async () => {
    const [ada, ben] = [new EncryptingPage(base), new EncryptingPage(base)]
    const [out, incoming] = [ada.sends('camera'), ben.receives(adaId, 'camera')]
    const [lost, next, further, key] = await encrypted(out, [
      keyFrame(1),
      deltaFrame(2),
      deltaFrame(3),
      keyFrame(4),
    ])
    if (!lost || !next || !further || !key) throw new Error('nothing was encrypted')
    incoming.push(lost)
    await new Promise((resolve) => setTimeout(resolve, FRAME_PATIENCE_MS + 50))
    ben.keys.introduce(adaId, ada.stay)
    expect(incoming.asked.times).toBe(0)
    incoming.push(next)
    incoming.push(further)
    await vi.waitFor(() => expect(incoming.received).toHaveLength(2))
    expect(incoming.asked.times).toBe(1)
    await drained(incoming, key)
    expect(incoming.asked.times).toBe(1)
  })

  test('whose page is loaded again is followed by their new introduction; when they left, nothing is heard', async () => {
    const { ada, ben, out, in: incoming } = pair('microphone')
    const [before, late] = await encrypted(out, [frameOf(1), frameOf(2)])
    if (!before || !late) throw new Error('nothing was encrypted')
    await drained(incoming, before)
    const again = new EncryptingPage(base)
    ben.keys.introduce(adaId, again.stay)
    const [first, second] = await encrypted(again.sends('microphone'), [frameOf(3), frameOf(4)])
    if (!first || !second) throw new Error('nothing was encrypted')
    incoming.push(late)
    await drained(incoming, first)
    ben.keys.introduce(adaId, null)
    incoming.push(second)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(incoming.received.map(bytesOf)).toEqual([[1], [3]])
    expect(ada.stay).not.toBe(again.stay)
  })
})

describe('K24 frames that come again', () => {
  test('are no news, by whichever receiver: two receivers have them once each while both are near the newest', async () => {
    const { ada, ben, out, in: first } = pair('microphone')
    const second = ben.receives(adaId, 'microphone')
    const frames: Awaited<ReturnType<typeof encrypted>> = []
    // As many at a time as may wait.
    while (frames.length <= REPLAY_WINDOW)
      frames.push(
        ...(await encrypted(
          out,
          Array.from({ length: MAX_WAITING_FRAMES }, (_, at) => frameOf(at)),
        )),
      )
    for (const frame of frames.slice(0, 3)) for (const stream of [first, first, second]) stream.push(frame)
    await vi.waitFor(() => expect(second.received).toHaveLength(3))
    expect(first.received.map(bytesOf)).toEqual([[0], [1], [2]])
    expect(second.received.map(bytesOf)).toEqual([[0], [1], [2]])
    // What is old to one is old to a third, who begins now, even after its owner seemed to leave.
    const [oldest, newest] = [frames.at(-1 - REPLAY_WINDOW), frames.at(-1)]
    if (!oldest || !newest) throw new Error('nothing was encrypted')
    await drained(first, newest)
    ben.keys.introduce(adaId, null)
    ben.keys.introduce(adaId, ada.stay)
    const third = ben.receives(adaId, 'microphone')
    third.push(oldest)
    await drained(third, newest)
    expect(third.received).toHaveLength(1)
  })
})
