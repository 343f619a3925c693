import type { types } from 'mediasoup-client'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { HANDOVER_MS, LocalSource, type ProduceData } from '../../../web/core/media/sending/local-source.ts'

/** As much of a producer as a source touches. */
class ProducerDouble {
  closed = false
  track: MediaStreamTrack | null
  constructor(track: MediaStreamTrack) {
    this.track = track
  }
  replaceTrack({ track }: { track: MediaStreamTrack | null }): Promise<void> {
    done.push(`replace ${nameOf(track)}`)
    this.track = track
    return Promise.resolve()
  }
  close(): void {
    this.closed = true
  }
}

const trackCalled = (id: string) => ({ id }) as MediaStreamTrack
const nameOf = (track: MediaStreamTrack | null) => track?.id ?? 'nothing'
const first = trackCalled('first')
const second = trackCalled('second')

let done: string[]
let made: ProducerDouble[]
let source: LocalSource
let gate: Promise<void>

beforeEach(() => {
  done = []
  made = []
  gate = Promise.resolve()
  source = new LocalSource('camera', {
    produce: async (track: MediaStreamTrack, { id }: ProduceData) => {
      await gate
      const paused = source.announceAs(id)
      done.push(`produce ${nameOf(track)}${paused ? ' muted' : ''}`)
      const producer = new ProducerDouble(track)
      made.push(producer)
      return producer as unknown as types.Producer
    },
    announcePaused: (_, paused) => done.push(paused ? 'mute' : 'unmute'),
    announceClosed: () => done.push('close'),
  })
})

const settled = () => vi.waitFor(() => Promise.resolve())

test('nothing is sent of a source without a track', async () => {
  source.want({ track: null, paused: true })
  await settled()
  expect(done).toEqual([])
  expect(source.active).toBe(false)
})

test('a muted microphone is produced, so that unmuting is only a word', async () => {
  source.want({ track: first, paused: true })
  await vi.waitFor(() => expect(done).toEqual(['produce first muted']))
  source.want({ track: first, paused: false })
  await settled()
  expect(done).toEqual(['produce first muted', 'unmute'])
})

test('an unmute that is forbidden leaves the microphone muted, and the next one is asked for anew', async () => {
  source.want({ track: first, paused: true })
  await vi.waitFor(() => expect(done).toEqual(['produce first muted']))
  source.want({ track: first, paused: false })
  source.keepPaused()
  // Muted already: nothing to say.
  source.want({ track: first, paused: true })
  source.want({ track: first, paused: false })
  await settled()
  expect(done).toEqual(['produce first muted', 'unmute', 'unmute'])
})

test('a camera that goes off and on keeps its producer', async () => {
  source.want({ track: first, paused: false })
  await vi.waitFor(() => expect(made).toHaveLength(1))
  source.want({ track: null, paused: true })
  source.want({ track: second, paused: false })
  await vi.waitFor(() => expect(made[0]?.track).toBe(second))
  expect(made).toHaveLength(1)
  expect(done.filter((each) => each.includes('mute'))).toEqual(['mute', 'unmute'])
})

test('a change while it is being produced is made up for', async () => {
  const ready = Promise.withResolvers<void>()
  gate = ready.promise
  source.want({ track: first, paused: false })
  source.want({ track: second, paused: true })
  ready.resolve()
  await vi.waitFor(() => expect(done).toEqual(['produce first muted', 'replace second']))
})

test('a source that is closed while it is being produced does not stay', async () => {
  const ready = Promise.withResolvers<void>()
  gate = ready.promise
  source.want({ track: first, paused: false })
  source.close()
  ready.resolve()
  await vi.waitFor(() => expect(made[0]?.closed).toBe(true))
})

describe('K28 what is sent anew, in another way', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const sendAnew = async (overlaps = true): Promise<void> => {
    source.sendAnew(overlaps)
    await source.sent()
  }
  const beginWith = async (paused = false): Promise<void> => {
    source.want({ track: first, paused })
    await source.sent()
  }
  const areClosed = () => made.map(({ closed }) => closed)

  test('goes on as it was until others receive it as it is', async () => {
    await beginWith()
    await sendAnew()
    expect(done).toEqual(['produce first', 'produce first'])
    vi.advanceTimersByTime(HANDOVER_MS - 1)
    expect(areClosed()).toEqual([false, false])
    vi.advanceTimersByTime(1)
    expect(areClosed()).toEqual([true, false])
    expect(done).toEqual(['produce first', 'produce first', 'close'])
    source.want({ track: first, paused: true })
    expect(done.slice(3)).toEqual(['mute'])
  })

  test('ends as it was at once where one mutes meanwhile, and the rest is muted', async () => {
    await beginWith()
    await sendAnew()
    source.want({ track: first, paused: true })
    expect(areClosed()).toEqual([true, false])
    expect(done.slice(2)).toEqual(['close', 'mute'])
    vi.advanceTimersByTime(HANDOVER_MS)
    expect(done.slice(2)).toEqual(['close', 'mute'])
  })

  test('is muted also where one mutes before it is sent', async () => {
    await beginWith()
    const ready = Promise.withResolvers<void>()
    gate = ready.promise
    source.sendAnew(true)
    source.want({ track: first, paused: true })
    expect(areClosed()).toEqual([true])
    ready.resolve()
    await source.sent()
    expect(done).toEqual(['produce first', 'close', 'produce first muted'])
    expect(areClosed()).toEqual([true, false])
  })

  test('leaves one behind at most, however often it changes', async () => {
    await beginWith()
    for (let i = 0; i < 3; i += 1) await sendAnew()
    expect(areClosed()).toEqual([true, true, false, false])
    source.close()
    expect(areClosed()).toEqual([true, true, true, true])
  })

  test('ends before it begins anew where no more may be sent', async () => {
    await beginWith()
    await sendAnew(false)
    expect(done).toEqual(['produce first', 'close', 'produce first'])
    expect(areClosed()).toEqual([true, false])
  })

  test('is what comes of it where it is being sent at the time', async () => {
    const ready = Promise.withResolvers<void>()
    gate = ready.promise
    source.want({ track: first, paused: false })
    source.sendAnew(true)
    ready.resolve()
    await source.sent()
    expect(done).toEqual(['produce first', 'produce first'])
  })

  test('waits for a track where there is none, and for one that is wanted', async () => {
    await sendAnew()
    expect(done).toEqual([])
    await beginWith()
    source.want({ track: null, paused: true })
    await source.sent()
    await sendAnew()
    expect(done).toEqual(['produce first', 'mute', 'replace nothing', 'close'])
    await beginWith()
    expect(done.slice(4)).toEqual(['produce first'])
  })

  test('goes on as it was where it cannot be sent anew, until something else is wanted', async () => {
    vi.spyOn(console, 'warn').mockReturnValueOnce()
    await beginWith()
    gate = Promise.reject(new Error('no'))
    await sendAnew()
    vi.advanceTimersByTime(HANDOVER_MS)
    expect(areClosed()).toEqual([false])
    gate = Promise.resolve()
    source.want({ track: second, paused: false })
    await source.sent()
    expect(done).toEqual(['produce first', 'close', 'produce second'])
  })
})
