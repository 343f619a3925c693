import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { ERROR_CODES } from '../../../protocol/errors.ts'
import { PeerId } from '../../../protocol/ids.ts'
import { explainEnding } from '../../../web/app/after/ending.ts'
import { AS_IT_COMES } from '../../../web/core/session/hearing.ts'
import type { Connection, MediaStatus, Person } from '../../../web/core/session/room-session.ts'
import { arrivals, renamings } from '../../../web/room/notices/arrivals.ts'
import { noticeOf } from '../../../web/room/notices/notice.ts'

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
  hearing: AS_IT_COMES,
  cameraOn: false,
  hand: null,
  reaction: null,
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

describe('the notice of a room', () => {
  test.each<[Connection, MediaStatus, string | null]>([
    ['connected', 'flowing', null],
    ['connected', 'starting', 'starting'],
    ['connected', 'waiting', 'waiting'],
    ['connected', 'reconnecting', 'mediaReconnecting'],
    ['connected', 'no-relay', 'noRelay'],
    ['connected', 'voices-only', 'voicesOnly'],
    ['connected', 'relay-spent', 'relaySpent'],
    ['connected', 'unsupported', 'unsupported'],
    ['connecting', 'waiting', 'joining'],
    ['reconnecting', 'waiting', 'reconnecting'],
    ['refused', 'flowing', null],
    ['left', 'waiting', null],
  ])('%s and %s: %s', (connection, media, notice) => {
    expect(noticeOf({ connection, media })).toBe(notice)
  })
})

describe('the end of a room', () => {
  test.each([
    ['left', 'left', 'comeBack'],
    ['room-locked', 'locked', 'tryAgain'],
    ['turned-away', 'turnedAway', 'tryAgain'],
    ['removed', 'removed', null],
    ['room-full', 'full', 'tryAgain'],
    ['replaced', 'replaced', 'here'],
    ['unsupported-protocol', 'outdated', 'reload'],
    ['upgrade-required', 'outdated', 'reload'],
    ['rate-limited', 'busy', 'tryAgain'],
    ['too-many-tries', 'busy', 'tryAgain'],
    ['internal', 'failed', 'tryAgain'],
  ] as const)('%s: %s, %s', (ending, words, wayBack) => {
    expect(explainEnding(ending)).toEqual({ words, wayBack })
  })

  test.each(ERROR_CODES)('%s has words', (code) => {
    expect(explainEnding(code).words).toBeTypeOf('string')
  })
})
