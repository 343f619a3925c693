/** Grounds for people without a picture; all carry BADGE_INK with a contrast of at least 4.5 (WCAG 2.2, 1.4.3). */
export const BADGE_GROUNDS = [
  '#7a4b2a',
  '#56652f',
  '#2c675f',
  '#3d5d84',
  '#6a4f86',
  '#8a3f4a',
  '#80550f',
  '#4f5a61',
] as const
export const BADGE_INK = '#fff6e6'

let segmenter: Intl.Segmenter | null = null

/** Made when it is first needed: on a cold page that takes tens of milliseconds. */
function graphemes(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  return segmenter
}

/** A first letter that nothing is joined to: most words of most scripts, and no need to ask the segmenter. */
const PLAIN_FIRST_LETTER = /^[\p{L}\p{N}](?!\p{M}|\u200d|\ufe0f)/u

const firstLetter = (word: string): string => {
  if (word === '') return ''
  const [plain] = PLAIN_FIRST_LETTER.exec(word) ?? []
  if (plain !== undefined) return plain.toLocaleUpperCase()
  for (const { segment } of graphemes().segment(word)) return segment.toLocaleUpperCase()
  return ''
}

/** The initials of the first and last words of a name; whole graphemes, so that accents and emoji stay in one piece. */
export function initials(name: string): string {
  const words = name.split(/[\s-]+/u).filter((word) => word.length > 0)
  const first = words[0] ?? ''
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  return firstLetter(first) + firstLetter(last)
}

/** The ground that a name always gets: FNV-1a (32 bits) over its UTF-16 units, folded into the list. */
export function badgeGround(name: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < name.length; i++) {
    hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193) >>> 0
  }
  return BADGE_GROUNDS[((hash ^ (hash >>> 16)) >>> 0) % BADGE_GROUNDS.length] ?? BADGE_GROUNDS[0]
}
