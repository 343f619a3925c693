import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { PeerId } from '../../../../protocol/ids.ts'
import type { Person } from '../../../../web/core/session/room-session.ts'
import { arrivals, renamings } from '../../../../web/room/notices/arrivals.ts'

const person = (name: string, self = false): Person => ({
  id: v.parse(PeerId, `${name.toLowerCase()}-12345678`),
  name,
  role: 'participant',
  creator: false,
  self,
  cutOff: false,
  microphone: 'on',
  speaking: false,
  camera: null,
  video: null,
  audio: null,
  nextAudio: null,
  cameraOn: false,
  hand: null,
})

describe('arrivals and departures', () => {
  const ada = person('Ada', true)
  const omar = person('Omar')
  const lou = person('Lou')

  test.each([
    ['nobody', [ada, omar], [ada, omar], [], []],
    ['one comes', [ada], [ada, omar], ['Omar'], []],
    ['one goes', [ada, omar], [ada], [], ['Omar']],
    ['one for another', [ada, omar], [ada, lou], ['Lou'], ['Omar']],
    ['oneself does not count', [], [ada, omar], ['Omar'], []],
  ])('%s', (_what, before, after, arrived, gone) => {
    expect(arrivals(before, after)).toEqual({ arrived, gone })
  })

  test('whoever is called otherwise neither came nor went', () => {
    const renamed = { ...omar, name: 'Omar K.' }
    expect(arrivals([ada, omar], [ada, renamed])).toEqual({ arrived: [], gone: [] })
    expect(renamings([ada, omar], [ada, renamed, lou])).toEqual([
      { from: 'Omar', to: 'Omar K.', self: false },
    ])
  })
})
