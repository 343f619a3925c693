import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contrast } from './contrast.ts'

const css = readFileSync(new URL('../../../web/style/tokens.css', import.meta.url), 'utf8')

/** The value of a custom property in one of the two schemes, without its alpha. */
function colour(name: string, scheme: 'light' | 'dark'): string {
  const both = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css)
  const one = new RegExp(`--${name}: (#[0-9a-f]{6})(?:[0-9a-f]{2})?;`).exec(css)
  const value = both?.[scheme === 'light' ? 1 : 2] ?? one?.[1]
  if (value === undefined) throw new Error(`no colour --${name} in tokens.css`)
  return value
}

const TEXT = 4.5
const GRAPHIC = 3

describe.each(['light', 'dark'] as const)('contrast in the %s scheme', (scheme) => {
  test.each([
    ...['paper', 'comb', 'sunk'].flatMap((ground) => [
      ['ink', ground, TEXT] as const,
      ['ink-soft', ground, TEXT] as const,
      ['ember', ground, TEXT] as const,
      ['leaf', ground, TEXT] as const,
      ['edge', ground, GRAPHIC] as const,
      ['honey-deep', ground, GRAPHIC] as const,
    ]),
    ['on-honey', 'honey', TEXT] as const,
    ['on-honey', 'honey-hover', TEXT] as const,
    ['on-ember', 'ember', TEXT] as const,
    ['on-ember', 'ember-hover', TEXT] as const,
    ['on-shade', 'shade', TEXT] as const,
    ['ember-on-shade', 'shade', TEXT] as const,
  ])('%s on %s is at least %f', (ink, ground, least) => {
    expect(contrast(colour(ink, scheme), colour(ground, scheme))).toBeGreaterThanOrEqual(least)
  })
})
