import { describe, expect, test, vi } from 'vitest'
import { ProducerId } from '../../../protocol/ids.ts'
import { readWith } from '../../../protocol/reading.ts'
import { ActiveSpeakers } from '../../../web/core/media/voices/active-speakers.ts'
import { VoiceLevels } from '../../../web/core/media/voices/voice-levels.ts'

/** What a browser reports of a voice: so much energy in so many seconds. */
const voice = (trackIdentifier: string, totalAudioEnergy: number, totalSamplesDuration: number) => ({
  type: 'inbound-rtp',
  kind: 'audio',
  trackIdentifier,
  totalAudioEnergy,
  totalSamplesDuration,
})
const settled = () => new Promise((resolve) => setTimeout(resolve))

describe('K21 how loud voices are that do not tell it', () => {
  test('is what was played between two answers, each voice for itself', async () => {
    const answers = [
      [[voice('ada', 1, 10), voice('ben', 1, 10), { type: 'codec' }]],
      [[voice('ada', 1.5, 10.5), voice('ben', 1, 10.5), null]],
      [[voice('ada', 1.5, 11)]],
    ]
    const levels = new VoiceLevels(async () => answers.shift() ?? [])
    levels.look()
    await settled()
    expect(levels.amplitudeOf('ada')).toBe(0)
    levels.look()
    await settled()
    // At full scale, less the 10 dB by which speech is quieter than its peaks.
    expect(levels.amplitudeOf('ada')).toBeCloseTo(0.316, 3)
    expect([levels.amplitudeOf('ben'), levels.amplitudeOf('cy')]).toEqual([0, 0])
    levels.look()
    await settled()
    expect(levels.amplitudeOf('ada')).toBe(0)
  })

  test('is not asked again before it is answered, and asked again after an error', async () => {
    const asked: { resolve: (reports: []) => void; reject: (cause: Error) => void }[] = []
    const levels = new VoiceLevels(() => {
      const { promise, resolve, reject } = Promise.withResolvers<[]>()
      asked.push({ resolve, reject })
      return promise
    })
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    levels.look()
    levels.look()
    expect(asked).toHaveLength(1)
    asked[0]?.reject(new Error('no'))
    await settled()
    levels.look()
    expect(asked).toHaveLength(2)
    vi.restoreAllMocks()
  })

  test('tells who speaks, as the level in packets does', async () => {
    vi.useFakeTimers()
    let seconds = 0
    const read = async () => [[voice('loud', seconds * 0.2, seconds), voice('quiet', 0, seconds)]]
    const changed = vi.fn()
    const speakers = new ActiveSpeakers(
      changed,
      () => {},
      () => {},
    )
    speakers.measureBy(new VoiceLevels(read))
    const received = (name: string) => ({
      peer: readWith(ProducerId, `${name}-peer`) as never,
      producer: readWith(ProducerId, `${name}-producer`),
      kind: 'audio' as const,
      track: { id: name } as MediaStreamTrack,
      receiver: { getSynchronizationSources: () => [{ timestamp: seconds }] } as unknown as RTCRtpReceiver,
    })
    speakers.follow([received('loud'), received('quiet')])
    for (let beat = 0; beat < 5; beat += 1) {
      seconds += 0.2
      await vi.advanceTimersByTimeAsync(200)
    }
    expect(changed.mock.lastCall).toEqual([new Set(['loud-producer'])])
    speakers.stop()
    vi.useRealTimers()
  })
})
