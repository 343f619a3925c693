import { type Signal, signal } from '@preact/signals'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { CaptureState } from '../../../../web/core/capture/local-media.ts'
import type { ScreenState } from '../../../../web/core/capture/screen-capture.ts'
import type { RoomView, SessionEvent } from '../../../../web/core/session/room-session.ts'
import {
  AppliedModeration,
  type ModeratedView,
} from '../../../../web/features/moderation/apply-moderation.ts'
import type { OwnNotice } from '../../../../web/features/notices/own-notices.ts'
import { OFF } from '../../capture/off.ts'
import { idOf, person } from '../../people.ts'

const ALL_ALLOWED: RoomView['permissions'] = { microphone: true, camera: true, screen: true, chat: true }
const me = person('me', { self: true })
const ada = person('Ada', { role: 'moderator' })

let view: Signal<ModeratedView>
let microphone: Signal<CaptureState>
let camera: Signal<CaptureState>
let screen: Signal<ScreenState>
let told: OwnNotice[]
let happens: (event: SessionEvent) => void
let end: () => void

beforeEach(() => {
  vi.stubGlobal('reportError', console.error)
  view = signal({ permissions: ALL_ALLOWED, moderates: false, people: [me, ada] })
  microphone = signal({ ...OFF, wanted: true })
  camera = signal({ ...OFF, wanted: true })
  screen = signal({ video: null, audio: null, failed: false })
  told = []
  const turn = (state: Signal<CaptureState>) => async (on: boolean) => {
    state.value = { ...state.peek(), wanted: on }
  }
  new AppliedModeration(
    {
      view,
      localMedia: { microphone, camera, setMicrophone: turn(microphone), setCamera: turn(camera) },
      screen: {
        state: screen,
        stop: () => {
          screen.value = { video: null, audio: null, failed: false }
        },
      },
      listen: (hear) => {
        happens = hear
        return () => {}
      },
      whenOver: (stop) => {
        end = stop
      },
    },
    { add: (notice) => told.push(notice) },
  )
})

afterEach(() => vi.unstubAllGlobals())

const becomes = (changes: Partial<ModeratedView>): void => {
  view.value = { ...view.value, ...changes }
}

describe('A4 what moderators forbid', () => {
  test('goes off, each by itself, and we are told why once', () => {
    becomes({ permissions: { ...ALL_ALLOWED, camera: false } })
    expect([microphone.value.wanted, camera.value.wanted]).toEqual([true, false])
    becomes({ people: [me, ada, person('Ben')] })
    expect(told).toEqual([{ what: 'camera-forbidden' }])
  })

  test('stays on where we moderate ourselves, until we do so no longer', () => {
    becomes({ moderates: true, permissions: { ...ALL_ALLOWED, microphone: false } })
    expect(microphone.value.wanted).toBe(true)
    becomes({ moderates: false })
    expect(microphone.value.wanted).toBe(false)
    expect(told).toEqual([{ what: 'microphone-forbidden' }])
  })

  test('turns nothing on again when it is allowed', () => {
    becomes({ permissions: { ...ALL_ALLOWED, microphone: false } })
    becomes({ permissions: ALL_ALLOWED })
    expect(microphone.value.wanted).toBe(false)
  })

  test('says nothing of what the edge refused and then allowed, and turns it off', () => {
    happens({ event: 'source-forbidden', source: 'microphone' })
    expect(microphone.value.wanted).toBe(false)
    expect(told).toEqual([])
  })

  test('is nothing of ours when the room is over', () => {
    end()
    becomes({ permissions: { ...ALL_ALLOWED, camera: false } })
    expect(camera.value.wanted).toBe(true)
  })
})

test('A5 who stopped our source, or asks us to unmute, is told by name', () => {
  happens({ event: 'source-stopped', source: 'microphone', by: idOf('Ada') })
  happens({ event: 'unmute-asked', by: idOf('Ada') })
  expect(microphone.value.wanted).toBe(false)
  expect(told).toEqual([
    { what: 'source-stopped', source: 'microphone', by: 'Ada' },
    { what: 'unmute-asked', by: 'Ada' },
  ])
})

test('A5 a source that is stopped and forbidden at once is forbidden, which says more', () => {
  becomes({ permissions: { ...ALL_ALLOWED, camera: false } })
  told.length = 0
  happens({ event: 'source-stopped', source: 'camera', by: idOf('Ada') })
  expect(told).toEqual([])
})

test.each([
  ['we are given it beside another', 'moderator', [{ ...me, role: 'moderator' }, ada], 'role-given'],
  ['we inherit it from who left', 'moderator', [{ ...me, role: 'moderator' }], 'role-inherited'],
  ['it is taken from us', 'participant', [me, ada], 'role-taken'],
] as const)('A2 the role of a moderator: %s', (_how, role, people, what) => {
  becomes({ people })
  happens({ event: 'peer-role-changed', peer: ada.id, role })
  expect(told).toEqual([])
  happens({ event: 'peer-role-changed', peer: me.id, role })
  expect(told).toEqual([{ what }])
})
