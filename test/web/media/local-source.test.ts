import type { types } from 'mediasoup-client'
import { beforeEach, expect, test, vi } from 'vitest'
import { LocalSource, type ProduceData } from '../../../web/core/media/sending/local-source.ts'

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
