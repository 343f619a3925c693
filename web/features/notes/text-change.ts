/** One stretch of text in the place of another. */
export interface TextChange {
  readonly at: number
  readonly removed: number
  readonly inserted: string
}

/** A step of what Yjs tells of a change (`Y.YTextEvent.delta`), as far as plain text has it. */
export interface DeltaStep {
  readonly retain?: number | undefined
  readonly insert?: unknown
  readonly delete?: number | undefined
}

/**
 * What somebody did to a text, when the caret now stands at `caret`: of several places where it could have happened,
 * for a letter typed beside its like, the one before the caret.
 */
export function textChange(before: string, after: string, caret: number): TextChange {
  const grown = after.length - before.length
  // What follows the caret was there before, as far as it is the same.
  let kept = 0
  const keptAtMost = Math.min(after.length - caret, before.length)
  while (kept < keptAtMost && before[before.length - 1 - kept] === after[after.length - 1 - kept]) kept += 1
  let at = 0
  const atMost = Math.min(before.length, after.length) - kept
  while (at < atMost && before[at] === after[at]) at += 1
  // Where the caret told nothing: all that is the same at the end.
  const endAtMost = Math.min(before.length, after.length) - at
  while (kept < endAtMost && before[before.length - 1 - kept] === after[after.length - 1 - kept]) kept += 1
  // Yjs takes half of a pair of surrogates (Unicode 3.8) for damaged text.
  if (isHighSurrogate(before[at - 1])) at -= 1
  if (kept > 0 && isHighSurrogate(before[before.length - kept - 1])) kept -= 1
  const removed = before.length - kept - at
  return { at, removed, inserted: after.slice(at, at + removed + grown) }
}

const isHighSurrogate = (unit: string | undefined): boolean =>
  unit !== undefined && /^[\ud800-\udbff]$/.test(unit)

/** The beginning of a text, at most that long, without half of a letter at its end. */
export function beginning(text: string, length: number): string {
  const cut = text.slice(0, Math.max(0, length))
  return isHighSurrogate(cut.at(-1)) ? cut.slice(0, -1) : cut
}

/** Where a place in a text is after a change by somebody else. What is inserted right there comes after it. */
export function shifted(index: number, delta: readonly DeltaStep[]): number {
  let at = 0
  let place = index
  for (const { retain, insert, delete: removed } of delta) {
    if (retain !== undefined) at += retain
    else if (typeof insert === 'string') {
      if (at < place) place += insert.length
      at += insert.length
    } else if (removed !== undefined && at < place) place -= Math.min(removed, place - at)
  }
  return place
}
