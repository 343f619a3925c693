import { expect, test } from 'vitest'
import { arrange } from '../../../../../web/room/stage/layout/arrangement.ts'
import { FACE, UPRIGHT_FACE } from '../../../../../web/room/stage/layout/best-grid.ts'
import { largeShape } from '../../../../../web/room/stage/layout/large-shape.ts'
import { person, screenOf } from '../../../people.ts'

const me = person('me', { self: true })
// There is no picture without a browser: that there is one is all that is looked at.
const seen = { video: {} as MediaStreamTrack }
const WISHES = { layout: 'grid', pinned: null, hidesSelf: false, swapped: null, spoke: [] } as const

test('a face is cropped as the stage lies, but an upright picture stays upright', () => {
  const ben = person('ben', seen)
  const { large } = arrange([me, ben], [], { ...WISHES, focus: ben.id })
  const shapeOf = (wide: number, upright: boolean) => largeShape(large, new Map([[ben.id, wide]]), upright)
  expect(shapeOf(16 / 9, false)).toEqual(FACE)
  expect(shapeOf(16 / 9, true)).toEqual(UPRIGHT_FACE)
  expect(shapeOf(9 / 16, true)).toEqual({ least: 9 / 16, most: 1 })
  expect(shapeOf(9 / 16, false)).toEqual({ least: 9 / 16, most: 1 })
  expect(largeShape(large, new Map(), true)).toEqual(UPRIGHT_FACE)
})

test('screens have their own shapes, within what a stage can do for them', () => {
  const [ada, ben] = [screenOf('ada'), screenOf('ben')]
  const { large } = arrange([me], [ada, ben], { ...WISHES, focus: null })
  const [first = '', second = ''] = large.map(({ key }) => key)
  expect(largeShape(large, new Map(), true)).toEqual({ least: 16 / 9, most: 16 / 9 })
  expect(largeShape(large, new Map([[first, 1.6]]), false)).toEqual({ least: 1.6, most: 16 / 9 })
  const odd = new Map([
    [first, 0.01],
    [second, 100],
  ])
  expect(largeShape(large, odd, false)).toEqual({ least: 1 / 3, most: 4 })
})
