import * as v from 'valibot'
import { Sealed } from '../../protocol/page-edge/sealed.ts'

/** Something as a page seals it, of the shortest length; another for another letter. Nobody can open it. */
export const sealedAs = (letter: string, length = 123): Sealed =>
  v.parse(Sealed, `0.${letter.repeat(length)}`)
