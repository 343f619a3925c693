import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  KEY_FRAME_INTERVAL_MS,
  type PictureSender,
  PictureSenders,
} from '../../../../web/core/media/encryption/picture-senders.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** One of three layers, as browsers have it: parameters may be set once after they were read. */
function senderOf(refusal: Error | null = null) {
  const asked: (RTCSetParameterOptions | undefined)[] = []
  const encodings = ['a', 'b', 'c'].map((rid) => ({ rid }))
  const parameters = { transactionId: '1', codecs: [], headerExtensions: [], rtcp: {}, encodings }
  const sender: { -readonly [Field in keyof PictureSender]: PictureSender[Field] } = {
    track: {} as MediaStreamTrack,
    getParameters: () => parameters,
    setParameters: async (given, options) => {
      if (given !== parameters) throw new Error('not what was read')
      if (refusal) throw refusal
      asked.push(options)
    },
  }
  return { sender, asked }
}

const ofThreeLayers = { encodingOptions: [{ keyFrame: true }, { keyFrame: true }, { keyFrame: true }] }

test('K25 pictures of all layers begin anew, once a second at most, and then for all who came meanwhile', async () => {
  const senders = new PictureSenders()
  const { sender, asked } = senderOf()
  senders.add(sender)
  senders.beginAnew()
  expect(asked).toEqual([ofThreeLayers])
  vi.advanceTimersByTime(KEY_FRAME_INTERVAL_MS - 2)
  senders.beginAnew()
  senders.beginAnew()
  vi.advanceTimersByTime(1)
  expect(asked).toHaveLength(1)
  vi.advanceTimersByTime(1)
  expect(asked).toHaveLength(2)
  vi.advanceTimersByTime(KEY_FRAME_INTERVAL_MS * 2)
  expect(asked).toHaveLength(2)
})

test('K25 what sends nothing any more is asked for no picture, and what refuses stops none behind it', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const senders = new PictureSenders()
  const [ended, refuses, sends] = [senderOf(), senderOf(new Error('stopped')), senderOf()]
  for (const { sender } of [ended, refuses, sends]) senders.add(sender)
  ended.sender.track = null
  senders.beginAnew()
  await vi.advanceTimersByTimeAsync(0)
  expect([ended.asked, refuses.asked, sends.asked]).toEqual([[], [], [ofThreeLayers]])
  expect(warned).toHaveBeenCalledExactlyOnceWith('call: no key frame', new Error('stopped'))
})

test('K25 nothing begins anew after the end', () => {
  const senders = new PictureSenders()
  const { sender, asked } = senderOf()
  senders.add(sender)
  senders.beginAnew()
  senders.beginAnew()
  senders.close()
  vi.advanceTimersByTime(KEY_FRAME_INTERVAL_MS)
  expect(asked).toHaveLength(1)
})
