import type { Language } from '../../settings/language-tags.ts'

/** A size in the language's own units and figures: 20 bytes, 12 kB, 1,2 Mo. */
export function fileSize(bytes: number, language: Language): string {
  const [value, unit] = inUnit(bytes)
  const format = new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: value < 10 ? 1 : 0,
  })
  // A figure and its unit stay in one line.
  return format.format(value).replaceAll(' ', '\u00a0')
}

function inUnit(bytes: number): readonly [number, string] {
  if (bytes < 1_000) return [bytes, 'byte']
  return bytes < 1_000_000 ? [bytes / 1_000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte']
}
