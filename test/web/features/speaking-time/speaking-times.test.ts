import * as v from 'valibot'
import { expect, test } from 'vitest'
import { PeerId } from '../../../../protocol/ids.ts'
import type { Person } from '../../../../web/core/session/room-session.ts'
import {
  countSpeaking,
  nobodySpoke,
  speakingShares,
} from '../../../../web/features/speaking-time/speaking-times.ts'

const person = (name: string, speaking: boolean): Person => ({
  id: v.parse(PeerId, name.padEnd(8, '-')),
  name,
  role: 'participant',
  creator: false,
  self: false,
  hand: null,
  cutOff: false,
  microphone: 'on',
  speaking,
  camera: null,
  video: null,
  audio: null,
  nextAudio: null,
  cameraOn: false,
})

/** Who speaks, from when on: the shares at the end, in whole seconds. */
function heard(looks: readonly (readonly [number, Record<string, boolean>])[], endS: number) {
  let times = nobodySpoke(0)
  for (const [atS, people] of looks) {
    const here = Object.entries(people).map(([name, speaking]) => person(name, speaking))
    times = countSpeaking(times, here, atS * 1_000)
  }
  return speakingShares(times, endS * 1_000).map(({ name, totalMs, share, here }) => [
    name,
    totalMs / 1_000,
    Math.round(share * 100),
    here,
  ])
}

test('nobody has spoken at first, and there is nothing to divide', () => {
  expect(heard([[0, { Ada: false, Ben: false }]], 60)).toEqual([
    ['Ada', 0, 0, true],
    ['Ben', 0, 0, true],
  ])
})

test('times add up, what goes on included, and whoever spoke most comes first', () => {
  const looks = [
    [0, { Ada: true, Ben: false }],
    [10, { Ada: false, Ben: true }],
    [12, { Ada: false, Ben: true }],
    [20, { Ada: true, Ben: true }],
  ] as const
  expect(heard(looks, 40)).toEqual([
    ['Ada', 30, 50, true],
    ['Ben', 30, 50, true],
  ])
  expect(heard(looks.slice(0, 2), 40)).toEqual([
    ['Ben', 30, 75, true],
    ['Ada', 10, 25, true],
  ])
})

test('whoever has gone is remembered if they spoke, and counted on when they are back', () => {
  const looks = [
    [0, { Ada: true, Ben: false, Cy: false }],
    [5, { Cy: false }],
  ] as const
  expect(heard(looks, 60)).toEqual([
    ['Ada', 5, 100, false],
    ['Cy', 0, 0, true],
  ])
  expect(heard([...looks, [50, { Ada: true, Cy: false }]], 60)[0]).toEqual(['Ada', 15, 100, true])
})
