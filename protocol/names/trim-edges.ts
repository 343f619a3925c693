/**
 * A text without those of `letters` (single UTF-16 code units) at its beginning and its end. In steps of its length: a pattern
 * like `/-+$/` begins anew at each letter of every run, which takes the square of it.
 */
export function trimEdges(text: string, letters: string): string {
  let from = 0
  let to = text.length
  while (from < to && letters.includes(text.charAt(from))) from += 1
  while (to > from && letters.includes(text.charAt(to - 1))) to -= 1
  return text.slice(from, to)
}
