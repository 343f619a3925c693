import { describe, expect, test } from 'vitest'
import { loudnessOf } from '../../../web/core/capture/sound/loudness.ts'
import { hear, SILENT, type VoiceActivity } from '../../../web/core/media/voices/voice-activity.ts'

/** Whether somebody is taken to speak after each of these loudnesses, one every 200 ms. */
const heard = (...loudnesses: number[]): boolean[] => {
  let gate: VoiceActivity = SILENT
  return loudnesses.map((loudness, index) => {
    gate = hear(gate, loudness, index * 200)
    return gate.speaking
  })
}

describe('who speaks', () => {
  test.each([
    ['silence', [0, 0, 0], [false, false, false]],
    ['a voice', [0, 0.6, 0.7], [false, true, true]],
    ['noise between the thresholds does not begin it', [0.4, 0.4, 0.4], [false, false, false]],
    ['and does not end it', [0.6, 0.4, 0.4, 0.4, 0.4, 0.4], [true, true, true, true, true, true]],
    ['a pause between words is not the end', [0.6, 0, 0, 0.6], [true, true, true, true]],
    ['a longer one is', [0.6, 0, 0, 0, 0, 0], [true, true, true, true, false, false]],
  ])('%s', (_, loudnesses, expected) => {
    expect(heard(...loudnesses)).toEqual(expected)
  })
})

test.each([
  [0, 0],
  [Number.NaN, 0],
  [0.0001, 0],
  [0.001, 0],
  [0.1, 2 / 3],
  [1, 1],
  [2, 1],
])('an amplitude of %d has a loudness of %d', (amplitude, loudness) => {
  expect(loudnessOf(amplitude)).toBeCloseTo(loudness)
})
