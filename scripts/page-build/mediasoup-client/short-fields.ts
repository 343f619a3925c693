/** A field that a class keeps to itself, as TypeScript writes it: where the class declares it, and after a dot. */
const FIELD = /(?<=^ {4}|\.)_[a-z]\w*/gm
const NAME = /(?<!\w)_[a-z]\w*/g
const COMMENTS = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm

/**
 * Gives the fields that classes keep to themselves short names, the same in all of these files: a minifier cannot know that
 * nobody else reads them.
 *
 * @param files - The code of each. What they name most has the shortest names, in whatever order they come.
 * @returns What does so to one of them. It throws an Error where that code names such a field in another way as well.
 */
export function shortFields(files: readonly string[]): (code: string, file: string) => string {
  const times = new Map<string, number>()
  for (const [field] of files.flatMap((code) => [...code.matchAll(FIELD)]))
    times.set(field, (times.get(field) ?? 0) + 1)
  const most = [...times].sort(([one, often], [other, asOften]) => asOften - often || (one < other ? -1 : 1))
  const short = new Map(most.map(([field], at) => [field, `_${at.toString(36)}`]))
  return (code, file) => {
    const shortened = code.replace(FIELD, (field) => short.get(field) ?? field)
    const left = shortened
      .replace(COMMENTS, '')
      .match(NAME)
      ?.find((name) => times.has(name))
    if (left !== undefined) throw new Error(`${file} names ${left} in a way that is not known here`)
    return shortened
  }
}
