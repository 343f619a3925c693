import { type Signal, signal } from '@preact/signals'
import * as v from 'valibot'
import { beforeEach, describe, expect, test } from 'vitest'
import { DisplayName } from '../../../../protocol/names/display-name.ts'
import type { Addressee } from '../../../../protocol/page-edge/messages.ts'
import type { RoomMessages } from '../../../../web/core/session/room-messages.ts'
import {
  type RoomNotification,
  RoomNotifications,
  type SeenView,
} from '../../../../web/features/notifications/room-notifications.ts'
import { idOf, person } from '../../people.ts'

const named = (name: string): DisplayName => v.parse(DisplayName, name)
const me = person('me', { self: true })

let view: Signal<SeenView>
let told: RoomNotification[]
const missed = signal(0)
let say: (addressee: Addressee) => void
const page = Object.assign(new EventTarget(), { hidden: false })

const becomes = (changes: Partial<SeenView>): void => {
  view.value = { ...view.value, ...changes }
}

const setHidden = (hidden: boolean): void => {
  page.hidden = hidden
  page.dispatchEvent(new Event('visibilitychange'))
}

beforeEach(() => {
  view = signal({ connection: 'connecting', refusal: null, people: [], knocks: [], moderates: true })
  told = []
  const messages: Pick<RoomMessages, 'listen'> = {
    listen: (kind, hear) => {
      say = (addressee) =>
        hear({ id: 1, from: idOf('Ada'), name: named('Ada'), kind, addressee, at: 0, payload: '' })
      return () => {}
    },
  }
  setHidden(false)
  const notifications = new RoomNotifications({ view, messages }, missed, page)
  notifications.listen((event) => told.push(event))
  becomes({ connection: 'connected', people: [me, person('Ada')] })
})

describe('what happens in a room', () => {
  test('is nothing at one’s welcome; then it is who comes', () => {
    expect(told).toEqual([])
    becomes({ people: [...view.value.people, person('Ben')] })
    expect(told).toMatchObject([{ what: 'arrival', name: 'Ben' }])
  })

  test('is a hand and a knock for moderators, and for nobody else', () => {
    const raised = { people: [{ ...me, hand: 2 }, person('Ada', { hand: 1 })] }
    becomes(raised)
    expect(told).toMatchObject([{ what: 'hand', name: 'Ada' }])
    becomes({ knocks: [{ id: idOf('Eve'), name: named('Eve'), at: 0 }] })
    expect(told[1]).toMatchObject({ what: 'knock', name: 'Eve' })
    becomes({ moderates: false, people: [me, person('Ada')] })
    becomes(raised)
    expect(told).toHaveLength(2)
  })

  test('is not somebody who was there before one was cut off', () => {
    becomes({ connection: 'reconnecting', people: [] })
    becomes({ connection: 'connected', people: [me, person('Ada')] })
    expect(told).toEqual([])
  })

  test.each([
    ['removed', 1],
    ['replaced', 0],
  ] as const)('is that one was sent away, by others: %s', (refusal, times) => {
    becomes({ connection: 'refused', refusal })
    expect(told).toHaveLength(times)
  })

  test('is no end where one leaves', () => {
    becomes({ connection: 'left' })
    expect(told).toEqual([])
  })
})

test('what one may want to come back for is counted while one looks elsewhere', () => {
  say({ to: 'everyone' })
  expect(missed.value).toBe(0)
  setHidden(true)
  say({ to: 'everyone' })
  becomes({ people: [...view.value.people, person('Ben')] })
  say({ to: 'peer', peer: idOf('me') })
  expect(missed.value).toBe(2)
  expect(told.filter(({ what }) => what === 'message')).toMatchObject([
    { alone: false },
    { alone: false },
    { alone: true },
  ])
  setHidden(false)
  expect(missed.value).toBe(0)
})
