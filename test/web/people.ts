import * as v from 'valibot'
import { PeerId, ProducerId } from '../../protocol/ids.ts'
import type { Person, SharedScreen } from '../../web/core/session/room-session.ts'

export const idOf = (name: string): PeerId => v.parse(PeerId, name.padEnd(8, '-'))

/** Somebody with a camera, who is silent. */
export const person = (name: string, changes: Partial<Person> = {}): Person => ({
  id: idOf(name),
  name,
  role: 'participant',
  creator: false,
  self: false,
  cutOff: false,
  microphone: 'on',
  speaking: false,
  camera: changes.self ? null : v.parse(ProducerId, `camera-${name}`.padEnd(8, '-')),
  video: null,
  audio: null,
  nextAudio: null,
  cameraOn: false,
  hand: null,
  ...changes,
})

export const screenOf = (name: string, self = false): SharedScreen => ({
  owner: idOf(name),
  name,
  self,
  producer: null,
  video: null,
  audio: null,
})
