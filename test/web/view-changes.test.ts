import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { ProducerId } from '../../protocol/ids.ts'
import { wantedSize } from '../../web/call/quality.ts'
import { viewChanges } from '../../web/call/view-changes.ts'

const id = (name: string): ProducerId => v.parse(ProducerId, name.padEnd(8, '-'))
const face = id('face')

type Sizes = Readonly<Record<string, readonly [number, number]>>
const sizes = (entries: Sizes) =>
  new Map(Object.entries(entries).map(([name, [width, height]]) => [id(name), { width, height }]))
const tile = (name: string, width: number, height: number) => ({ producer: id(name), width, height })

describe('M5 what the edge is told of the view', () => {
  test.each<[string, Sizes, Sizes, object[], boolean]>([
    ['a new picture in a tile', { face: [320, 180] }, {}, [tile('face', 320, 180)], true],
    ['a new picture that is not shown', {}, {}, [tile('face', 0, 0)], false],
    ['the same size', { face: [320, 180] }, { face: [320, 180] }, [], false],
    ['less than a pixel', { face: [320.4, 180.2] }, { face: [320, 180] }, [], false],
    ['another size', { face: [640, 360] }, { face: [320, 180] }, [tile('face', 640, 360)], false],
    ['out of view', {}, { face: [320, 180] }, [tile('face', 0, 0)], false],
    ['still out of view', {}, { face: [0, 0] }, [], false],
    ['back in view', { face: [320, 180] }, { face: [0, 0] }, [tile('face', 320, 180)], true],
    ['flat as a line', { face: [320, 0] }, { face: [0, 0] }, [], false],
    ['what is shown but not received', { face: [1, 1], own: [9, 9] }, { face: [1, 1] }, [], false],
  ])('%s', (_, shown, told, tiles, urgent) => {
    expect(viewChanges([face], sizes(shown), sizes(told))).toEqual({ tiles, urgent })
  })
})

describe('the quality one wants', () => {
  const large = { width: 1280, height: 720 }
  test.each([
    ['auto', 'camera', large],
    ['low', 'camera', { width: 320, height: 180 }],
    ['audio', 'camera', { width: 0, height: 0 }],
    ['auto', 'screen', large],
    ['low', 'screen', { width: 320, height: 180 }],
    ['audio', 'screen', { width: 320, height: 180 }],
  ] as const)('%s: a large %s', (quality, source, size) => {
    expect(wantedSize(large, source, quality)).toEqual(size)
  })
})
