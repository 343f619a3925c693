import { describe, expect, test } from 'vitest'
import { causeOfLoss, speakerLeft, takesStandIn } from '../../../web/core/capture/devices/lost-device.ts'
import type { CaptureSource, LossCause } from '../../../web/core/capture/local-media.ts'

const headset = { deviceId: 'h', kind: 'audioinput', label: 'Headset' } as const
const laptop = { deviceId: 'l', kind: 'audioinput', label: 'Laptop' } as const
const track = { kind: 'audio', label: 'Headset', deviceId: 'h' } as const

describe('why a device is gone', () => {
  test.each<[string, Parameters<typeof causeOfLoss>[0], LossCause]>([
    [
      'the person took the permission back',
      { device: track, permission: 'denied', listed: [headset] },
      'revoked',
    ],
    [
      'the permission is to be asked for anew',
      { device: track, permission: 'prompt', listed: null },
      'revoked',
    ],
    [
      'it is not in the list any more',
      { device: track, permission: 'granted', listed: [laptop] },
      'unplugged',
    ],
    [
      'so it is where permissions are not told',
      { device: track, permission: null, listed: [laptop] },
      'unplugged',
    ],
    ['there is nothing of its kind', { device: track, permission: 'granted', listed: [] }, 'unplugged'],
    [
      'it is there, and stopped',
      { device: track, permission: 'granted', listed: [laptop, headset] },
      'stopped',
    ],
    [
      'it is there, without a name',
      { device: track, permission: null, listed: [{ ...headset, label: '' }] },
      'stopped',
    ],
    [
      'what the system prefers is another one now',
      {
        device: { ...track, deviceId: 'default' },
        permission: 'granted',
        listed: [{ ...laptop, deviceId: 'default' }],
      },
      'unplugged',
    ],
    [
      'a loudspeaker of that name is no microphone',
      { device: track, permission: 'granted', listed: [{ ...headset, kind: 'audiooutput' }] },
      'unplugged',
    ],
    ['nobody can tell', { device: track, permission: 'granted', listed: null }, 'stopped'],
  ])('%s', (_why, lost, cause) => {
    expect(causeOfLoss(lost)).toBe(cause)
  })
})

test.each<[CaptureSource, LossCause, boolean]>([
  ['camera', 'unplugged', false],
  ['camera', 'stopped', false],
  ['camera', 'revoked', false],
  ['microphone', 'unplugged', true],
  ['microphone', 'stopped', false],
  ['microphone', 'revoked', false],
])('a %s that is gone (%s) is exchanged: %s', (source, cause, exchanged) => {
  expect(takesStandIn(source, cause)).toBe(exchanged)
})

test.each([
  ['the chosen loudspeaker is gone', 'a', [{ id: 'a' }, { id: 'b' }], [{ id: 'b' }], null],
  ['it is there', 'a', [{ id: 'a' }], [{ id: 'a' }, { id: 'b' }], 'a'],
  ['another one is gone', 'a', [{ id: 'a' }, { id: 'b' }], [{ id: 'a' }], 'a'],
  ['it was not listed yet', 'a', [], [{ id: 'b' }], 'a'],
  ['none was chosen', null, [{ id: 'a' }], [], null],
])('%s', (_what, chosen, before, now, speaker) => {
  expect(speakerLeft(chosen, before, now)).toBe(speaker)
})
