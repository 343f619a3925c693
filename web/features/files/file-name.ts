import { tidyLine } from '../../../protocol/names/display-name.ts'
import { trimEdges } from '../../../protocol/names/trim-edges.ts'
import { FILE_NAME_MAX_LENGTH } from './file-limits.ts'

/** What separates folders, or means something to one system or another. */
const MEANS_SOMETHING = /[/\\:*?"<>|]/gu
/** A name that begins with a dot hides; Windows drops dots and blanks at the end. */
const EDGES = '. '
const EXTENSION = /\.[\p{L}\p{N}]{1,12}$/u

/** A name that is a name and nothing else: no path, nothing invisible, not too long; its extension stays. May become empty. */
export function tidyFileName(raw: string): string {
  const name = trimEdges(tidyLine(raw).replace(MEANS_SOMETHING, '_'), EDGES)
  const letters = [...name]
  if (letters.length <= FILE_NAME_MAX_LENGTH) return name
  const extension = EXTENSION.exec(name)?.[0] ?? ''
  const stem = letters.slice(0, FILE_NAME_MAX_LENGTH - 1 - [...extension].length).join('')
  return `${trimEdges(stem, EDGES)}…${extension}`
}
