import { describe, expect, test } from 'vitest'
import { sendOptionsOf } from '../../../web/core/media/sending/encodings.ts'
import { FakeTrack } from '../capture/fake-track.ts'

const prioritiesOf = (handlerName: string, source: 'camera' | 'screen' | 'microphone') =>
  sendOptionsOf(source, new FakeTrack('first', { width: 1280, height: 720 }), {
    handlerName,
    sendRtpCapabilities: { codecs: [] },
  }).encodings?.map(({ priority }) => priority)

test('the largest layer of a camera is a little smaller in Firefox, which else wants 1,200 kbit/s for it', () => {
  const scalesOf = (handlerName: string) =>
    sendOptionsOf('camera', new FakeTrack('first', { width: 1280, height: 720 }), {
      handlerName,
      sendRtpCapabilities: { codecs: [] },
    }).encodings?.map(({ scaleResolutionDownBy }) => scaleResolutionDownBy)
  expect(scalesOf('Chrome111')).toEqual([4, 2, 1])
  const [quarter, half, whole = 1] = scalesOf('Firefox120') ?? []
  expect([quarter, half]).toEqual([4, 2])
  // Fewer macroblocks of 16x16 than 1280x720 has.
  expect(Math.ceil(1280 / whole / 16) * Math.ceil(720 / whole / 16)).toBeLessThan(80 * 45)
})

describe('M12 how urgent each layer is', () => {
  test('stands at the first for all in Chromium, which refuses another', () => {
    expect(prioritiesOf('Chrome111', 'camera')).toEqual(['very-low', undefined, undefined])
    expect(prioritiesOf('Chrome111', 'screen')).toEqual(['medium', undefined])
  })

  test('stands at each in Firefox, where the first’s is its own alone', () => {
    expect(prioritiesOf('Firefox120', 'camera')).toEqual(['very-low', 'very-low', 'very-low'])
    expect(prioritiesOf('Firefox120', 'screen')).toEqual(['medium', 'medium'])
  })

  test('of a voice is high', () => {
    expect(prioritiesOf('Firefox120', 'microphone')).toEqual(['high'])
  })
})
