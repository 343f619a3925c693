import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Person, SharedScreen } from '../../core/session/room-session.ts'
import { useSettings } from '../../ui/page-context.ts'
import { type Box, cornerBox } from '../tile/corner/corner.ts'
import { type Arrangement, arrange } from './layout/arrangement.ts'
import { isUpright } from './layout/best-grid.ts'
import { largeShape } from './layout/large-shape.ts'
import { type StageLayout, stageLayout } from './layout/stage-layout.ts'
import { useSpeakerFocus } from './speaker-focus/use-speaker-focus.ts'
import type { HeldTiles } from './use-held-tiles.ts'
import { useShapes } from './use-shapes.ts'
import { useStageSize } from './use-stage-size.ts'

const GAP = 8

/** The line over a shared screen, in CSS pixels where letters are as large as usual. */
const CAPTION = 36

/** Up to so many tiles each is large enough to be looked at by itself. */
const FEW = 4

/** Who is shown how large, and where that is on the stage's floor; lengths in CSS pixels. */
export interface StagePlan {
  readonly arrangement: Arrangement
  readonly layout: StageLayout
  readonly inCorner: Box
  /** The height of the line over a shared screen. */
  readonly caption: number
  readonly showsScreens: boolean
  /** So few stand in the grid that each is large. */
  readonly few: boolean
  /** The other of two who meet, where one of both has the corner. */
  readonly other: Person | undefined
}

/** The plan of what is to be seen, as the chosen layout, what is held and the shape of the stage have it. */
export function useStagePlan(
  ground: RefObject<HTMLElement | null>,
  people: readonly Person[],
  screens: readonly SharedScreen[],
  { pinned, swapped }: HeldTiles,
): StagePlan {
  const size = useStageSize(ground)
  const shapes = useShapes(ground)
  const { layout: chosen, hidesSelf, corner } = useSettings().value.value
  const { person: focus, spoke } = useSpeakerFocus(people)
  const held = { pinned: pinned.value, swapped: swapped.value }
  const arrangement = arrange(people, screens, { ...held, layout: chosen, hidesSelf, focus, spoke })
  const { large, small } = arrangement
  const paired = arrangement.corner !== null
  // Who comes back to the corner comes back to the corner.
  useEffect(() => {
    if (!paired) swapped.value = null
  }, [paired, swapped])
  const caption = CAPTION * size.textScale
  const showsScreens = large.some(({ what }) => what === 'screen')
  const layout = stageLayout({
    small: small.length,
    large: large.length,
    shape: largeShape(large, shapes, isUpright(size)),
    ...size,
    gap: GAP,
    caption: showsScreens ? caption : 0,
  })
  return {
    arrangement,
    layout,
    inCorner: cornerBox(size, corner),
    caption,
    showsScreens,
    few: large.length === 0 && small.length <= FEW,
    other: paired ? otherOfTwo(people, arrangement) : undefined,
  }
}

const otherOfTwo = (people: readonly Person[], { large, corner }: Arrangement): Person | undefined =>
  people.find(({ id, self }) => !self && [...large, corner].some((item) => item?.key === id))
