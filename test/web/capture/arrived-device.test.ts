import { expect, test } from 'vitest'
import { arrivedDevice, type ListedDevice } from '../../../web/core/capture/devices/arrived-device.ts'

const listed = (kind: MediaDeviceKind, deviceId: string, label = deviceId, groupId = ''): ListedDevice => ({
  kind,
  deviceId,
  label,
  groupId,
})

const laptop = [
  listed('audioinput', 'default', 'Default'),
  listed('audioinput', 'built-in'),
  listed('videoinput', 'front'),
  listed('audiooutput', 'speakers'),
]

test('a headset is its microphone and its loudspeaker', () => {
  const now = [
    ...laptop,
    listed('audiooutput', 'ears', 'Headset (0b0e:0c4d)', 'headset'),
    listed('audioinput', 'mouth', 'Headset (0b0e:0c4d)', 'headset'),
  ]
  expect(arrivedDevice(laptop, now)).toEqual({
    label: 'Headset',
    microphone: 'mouth',
    camera: null,
    speaker: 'ears',
  })
})

test('a camera alone is a camera', () => {
  const now = [...laptop, listed('videoinput', 'webcam', 'Webcam', 'usb')]
  expect(arrivedDevice(laptop, now)).toEqual({
    label: 'Webcam',
    microphone: null,
    camera: 'webcam',
    speaker: null,
  })
})

test('two devices without a group are not taken for one', () => {
  const now = [...laptop, listed('audioinput', 'mouth'), listed('audiooutput', 'ears')]
  expect(arrivedDevice(laptop, now)).toMatchObject({ microphone: 'mouth', speaker: null })
})

test.each([
  ['nothing changed', laptop, laptop],
  ['one is gone', laptop, laptop.slice(1)],
  ['a loudspeaker alone is new', laptop, [...laptop, listed('audiooutput', 'hall')]],
  [
    'a stand-in has another name',
    laptop,
    [listed('audioinput', 'default', 'Default: other'), ...laptop.slice(1)],
  ],
  ['a stand-in is new', laptop.slice(1), laptop],
  ['names are told only now', [listed('audioinput', '', ''), listed('videoinput', '', '')], laptop],
])('nothing arrived: %s', (_what, before, now) => {
  expect(arrivedDevice(before, now)).toBeNull()
})
