import { describe, expect, test } from 'vitest'
import { FACE, stageGrid, UPRIGHT_FACE } from '../../../../../web/room/stage/layout/best-grid.ts'
import { type StageContents, stageLayout } from '../../../../../web/room/stage/layout/stage-layout.ts'
import type { Box } from '../../../../../web/room/tile/corner/corner.ts'

const GAP = 8
const NONE = { small: 0, large: 0, shape: FACE, gap: GAP, caption: 0 }
const DESK = { width: 1264, height: 728 }
const PHONE = { width: 344, height: 664 }
const LYING_PHONE = { width: 724, height: 286 }
const FILM = { least: 16 / 9, most: 16 / 9 }

/** Whether two boxes lie one over the other. */
const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** What is wrong with where things stand: outside of the floor, or over one another. */
function wrongs(contents: StageContents): string[] {
  const { large, small, floor, scrolls } = stageLayout(contents)
  const boxes = [...large, ...small]
  const outside = boxes.filter(
    ({ x, y, width, height }) => x < 0 || y < 0 || x + width > floor.width || y + height > floor.height,
  )
  const over = boxes.flatMap((a, index) => boxes.slice(index + 1).filter((b) => overlap(a, b)))
  const empty = boxes.filter(({ width, height }) => width < 20 || height < 20)
  const larger = floor.width > contents.width || floor.height > contents.height
  return [
    ...outside.map((box) => `outside: ${JSON.stringify(box)}`),
    ...over.map((box) => `over another: ${JSON.stringify(box)}`),
    ...empty.map((box) => `of no size: ${JSON.stringify(box)}`),
    ...(boxes.length === contents.large + contents.small ? [] : ['not all']),
    ...(larger === (scrolls !== null) ? [] : ['scrolls without need, or not in need']),
  ]
}

describe('the layout of a stage', () => {
  test('nothing lies over anything else, or out of reach, with whatever there is on whatever stage', () => {
    for (const stage of [DESK, PHONE, LYING_PHONE, { width: 640, height: 400 }, { width: 320, height: 320 }])
      for (const textScale of [1, 2])
        for (const [large, shape, caption] of [
          [0, FACE, 0],
          [1, FACE, 0],
          [1, UPRIGHT_FACE, 0],
          [1, { least: 0.56, most: 1 }, 0],
          [1, FILM, 36],
          [1, { least: 0.5, most: 0.5 }, 36],
          [2, { least: 1.33, most: 1.78 }, 36],
        ] as const)
          for (const small of [0, 1, 2, 3, 4, 5, 9, 25, 60]) {
            if (large + small === 0) continue
            const contents = {
              ...NONE,
              ...stage,
              small,
              large,
              shape,
              textScale,
              caption: caption * textScale,
            }
            expect(wrongs(contents), JSON.stringify(contents)).toEqual([])
          }
  })

  test('where nothing is large, small tiles have all of it', () => {
    for (const small of [1, 4, 25]) {
      const { large, small: crowd, floor } = stageLayout({ ...NONE, ...DESK, small })
      expect(large).toEqual([])
      const { tileWidth: width, tileHeight: height } = stageGrid(small, { ...DESK, gap: GAP })
      for (const box of crowd) expect(box).toMatchObject({ width, height })
      expect(floor).toEqual(DESK)
    }
  })

  test('a row that is not full stands in the middle', () => {
    const [first, , third] = stageLayout({ ...NONE, ...DESK, small: 3 }).small
    expect(third?.y).toBeGreaterThan(first?.y ?? 0)
    expect((third?.x ?? 0) + (third?.width ?? 0) / 2).toBeCloseTo(DESK.width / 2, -1)
  })

  test.each([
    // small, large, screens, stage, the strip scrolls
    [1, 1, true, DESK, null],
    [4, 1, true, DESK, null],
    [9, 1, true, DESK, 'down'],
    [4, 2, true, DESK, null],
    [4, 1, true, PHONE, null],
    [25, 1, true, PHONE, 'across'],
    [4, 3, true, PHONE, null],
    [4, 1, false, DESK, null],
    [4, 1, false, PHONE, null],
    [0, 1, false, PHONE, null],
    [0, 1, false, DESK, null],
    [3, 1, true, LYING_PHONE, null],
    [4, 1, true, LYING_PHONE, 'down'],
  ] as const)(
    '%i small and %i large (screens: %s) in %o: scrolls %s, and what is large is large',
    (small, large, screens, stage, scrolls) => {
      const shape = screens ? FILM : stage === PHONE ? UPRIGHT_FACE : FACE
      const layout = stageLayout({ ...NONE, ...stage, small, large, shape, caption: screens ? 36 : 0 })
      expect(layout.scrolls).toBe(scrolls)
      const [first] = layout.large
      if (!first) throw new Error('nothing is large')
      // What is large is what everybody came to see.
      for (const box of layout.small) if (large === 1) expect(first.width).toBeGreaterThan(1.9 * box.width)
      if (small === 0 && stage === DESK) expect(first.width / stage.width).toBeGreaterThan(0.97)
      if (stage === PHONE && large === 1) expect(first.width).toBe(PHONE.width)
    },
  )

  test('on a phone a shared screen has all of the width in its own shape, and the faces stand close under it', () => {
    for (const small of [1, 2, 3, 4]) {
      const shape = { least: 1.6, most: 1.6 }
      const { large, small: faces } = stageLayout({ ...NONE, ...PHONE, small, large: 1, shape, caption: 36 })
      expect(large[0]).toMatchObject({ x: 0, width: 344, height: 36 + 215 })
      const under = (large[0]?.y ?? 0) + 36 + 215
      expect(Math.min(...faces.map(({ y }) => y)) - under).toBe(GAP)
      // Nobody has all of the width beside what is shown, be they alone.
      for (const face of faces) expect(face.width).toBeLessThanOrEqual(PHONE.width / 2)
    }
  })

  test('a stage not yet measured has tiles of no size', () => {
    const layout = stageLayout({ ...NONE, width: 0, height: 0, small: 3, large: 1 })
    expect(layout.small.map(({ width }) => width)).toEqual([0, 0, 0])
  })
})
