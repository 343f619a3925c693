import { describe, expect, test } from 'vitest'
import { sendOptionsOf } from '../../web/call/encodings.ts'
import { FakeTrack } from './fake-track.ts'

const prioritiesOf = (handlerName: string, source: 'camera' | 'screen' | 'microphone') =>
  sendOptionsOf(source, new FakeTrack('first', { width: 1280, height: 720 }), {
    handlerName,
    sendRtpCapabilities: { codecs: [] },
  }).encodings?.map(({ priority }) => priority)

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
