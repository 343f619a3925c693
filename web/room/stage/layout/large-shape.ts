import type { StageItem } from './arrangement.ts'
import { FACE, type Shape, UPRIGHT_FACE } from './best-grid.ts'

/** What is not known yet of a screen. */
const USUAL_SCREEN = 16 / 9
/** Screens of other shapes than that have dark beside them, or above: a stage can do no more for them. */
const SCREENS: Shape = { least: 1 / 3, most: 4 }

/**
 * What shapes large tiles may have. Screens have their own, for no part of them is left out; faces are cropped, but the
 * picture of a phone that is held upright stays upright: of its like a wide tile shows little but a nose.
 *
 * @param shapes - How wide pictures are for their height, by the keys of their tiles, where that is known.
 * @param upright - Whether the stage is.
 */
export function largeShape(
  large: readonly StageItem[],
  shapes: ReadonlyMap<string, number>,
  upright: boolean,
): Shape {
  const screens = large
    .filter(({ what }) => what === 'screen')
    .map(({ key }) => Math.min(SCREENS.most, Math.max(SCREENS.least, shapes.get(key) ?? USUAL_SCREEN)))
  if (screens.length > 0) return { least: Math.min(...screens), most: Math.max(...screens) }
  const usual = upright ? UPRIGHT_FACE : FACE
  const [face] = large
  const own = face?.what === 'person' && face.person.video !== null ? shapes.get(face.key) : undefined
  if (own === undefined || own >= 1) return usual
  return { least: Math.max(SCREENS.least, Math.min(own, usual.least)), most: 1 }
}
