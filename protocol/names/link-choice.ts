const YES = new Set(['', '1', 'true', 'yes', 'on'])
const NO = new Set(['0', 'false', 'no', 'off'])

/** What a link's parameter chooses; null where it is not there, or makes no sense. */
export function choiceOf(written: string | null): boolean | null {
  if (written === null) return null
  const word = written.toLowerCase()
  return YES.has(word) ? true : NO.has(word) ? false : null
}
