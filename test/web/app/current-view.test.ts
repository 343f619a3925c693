import { expect, test } from 'vitest'
import { normaliseRoomName } from '../../../protocol/names/room-name.ts'
import type { AppView } from '../../../web/app/app-view.ts'
import { CurrentView } from '../../../web/app/current-view.ts'

const opening: AppView = { at: 'opening', room: normaliseRoomName('salon'), secret: null }

test('what goes on at a place ends when the person goes on', () => {
  const place = new CurrentView()
  place.move(opening)
  let going = 0
  const begin = (): (() => void) => {
    going += 1
    return () => {
      going -= 1
    }
  }
  place.during(opening, begin)
  place.during(opening, begin)
  expect(going).toBe(2)
  place.move({ at: 'home' })
  expect(going).toBe(0)
})

test('what takes the person elsewhere as it begins is ended at once, and nothing of the next place with it', () => {
  const place = new CurrentView()
  place.move(opening)
  const ended: string[] = []
  place.during(opening, () => {
    const next: AppView = { at: 'home' }
    place.move(next)
    place.during(next, () => () => ended.push('next'))
    return () => ended.push('first')
  })
  expect(ended).toEqual(['first'])
  place.move(opening)
  expect(ended).toEqual(['first', 'next'])
})
