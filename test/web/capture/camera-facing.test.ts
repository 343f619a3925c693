import { expect, test } from 'vitest'
import { facingOfDevice, facingOfTrack } from '../../../web/core/capture/devices/camera-facing.ts'
import { isMirrored } from '../../../web/features/devices/is-mirrored.ts'
import { FakeTrack } from './fake-track.ts'

class CapableTrack extends FakeTrack {
  readonly #facingMode: string[]
  constructor(facingMode: string[]) {
    super('capable')
    this.#facingMode = facingMode
  }
  override getCapabilities(): MediaTrackCapabilities {
    return { facingMode: this.#facingMode }
  }
}

test.each([
  ['its settings', new FakeTrack('a', { facingMode: 'environment' }), 'environment'],
  ['what it is capable of', new CapableTrack(['user']), 'user'],
  ['neither', new FakeTrack('a'), null],
  ['a side that makes no difference', new FakeTrack('a', { facingMode: 'left' }), null],
  ['a list without any', new CapableTrack([]), null],
  ['a list of both', new CapableTrack(['user', 'environment']), null],
])('which way a camera faces is told by %s', (_by, track, facing) => {
  expect(facingOfTrack(track)).toBe(facing)
})

test('a browser that tells nothing of devices that are not open is asked nothing', () => {
  const device = { deviceId: 'a', groupId: '', kind: 'videoinput', label: 'a', toJSON: () => null } as const
  expect(facingOfDevice(device)).toBeNull()
})

test.each([
  [true, 'user', true],
  [true, null, true],
  [true, 'environment', false],
  [false, 'user', false],
] as const)(
  'with mirrorsSelf %s, the camera that faces %s is mirrored: %s',
  (mirrorsSelf, facing, mirrored) => {
    expect(isMirrored({ mirrorsSelf }, { facing })).toBe(mirrored)
  },
)
