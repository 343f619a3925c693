import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { ProducerId } from '../../../protocol/ids.ts'
import type { PicturePriority } from '../../../protocol/media/picture-priority.ts'
import { viewChanges } from '../../../web/core/media/receiving/view-changes.ts'
import { wantedPicture } from '../../../web/core/media/shown-picture.ts'

const id = (name: string): ProducerId => v.parse(ProducerId, name.padEnd(8, '-'))
const face = id('face')

type Pictures = Readonly<Record<string, readonly [number, number, PicturePriority?]>>
const pictures = (entries: Pictures) =>
  new Map(
    Object.entries(entries).map(([name, [width, height, priority = 'other']]) => [
      id(name),
      { width, height, priority },
    ]),
  )
const tile = (name: string, width: number, height: number, priority: PicturePriority = 'other') => ({
  producer: id(name),
  width,
  height,
  priority,
})

describe('M5 what the edge is told of the view', () => {
  test.each<[string, Pictures, Pictures, object[], boolean]>([
    ['a new picture in a tile', { face: [320, 180] }, {}, [tile('face', 320, 180)], true],
    ['a new picture that is not shown', {}, {}, [tile('face', 0, 0)], false],
    ['the same size', { face: [320, 180] }, { face: [320, 180] }, [], false],
    ['less than a pixel', { face: [320.4, 180.2] }, { face: [320, 180] }, [], false],
    ['another size', { face: [640, 360] }, { face: [320, 180] }, [tile('face', 640, 360)], false],
    ['out of view', {}, { face: [320, 180] }, [tile('face', 0, 0)], false],
    ['still out of view', {}, { face: [0, 0] }, [], false],
    ['back in view', { face: [320, 180] }, { face: [0, 0] }, [tile('face', 320, 180)], true],
    [
      'M12 who begins to speak',
      { face: [320, 180, 'speaker'] },
      { face: [320, 180] },
      [tile('face', 320, 180, 'speaker')],
      false,
    ],
    ['M12 a speaker out of view', { face: [0, 0, 'speaker'] }, { face: [0, 0] }, [], false],
    ['flat as a line', { face: [320, 0] }, { face: [0, 0] }, [], false],
    ['what is shown but not received', { face: [1, 1], own: [9, 9] }, { face: [1, 1] }, [], false],
  ])('%s', (_, shown, told, tiles, urgent) => {
    expect(viewChanges([face], pictures(shown), pictures(told))).toEqual({ tiles, urgent })
  })
})

describe('the quality one wants', () => {
  test.each([
    ['auto', 'speaker', [1280, 720]],
    ['low', 'speaker', [320, 180]],
    ['audio', 'speaker', null],
    ['auto', 'screen', [1280, 720]],
    ['low', 'screen', [320, 180]],
    ['audio', 'screen', [320, 180]],
  ] as const)('M12 %s: a large %s', (quality, priority, size) => {
    const [width, height] = size ?? [0, 0]
    expect(wantedPicture({ width: 1280, height: 720, priority }, quality)).toEqual({
      width,
      height,
      priority: size ? priority : 'other',
    })
  })
})
