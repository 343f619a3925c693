import { expect, test } from 'vitest'
import { geographicHint } from '../../worker/placement/geographic-hint.ts'
import { distancesFrom, expectedRoundTripsFrom } from '../../worker/placement/geography.ts'
import { ATHENS, BERLIN, MONTREAL, PARIS } from './a-node.ts'

/** By Vincenty's formulae on the ellipsoid; the sphere is within half a hundredth of it. */
test.each([
  ['itself', PARIS, PARIS, 0],
  ['Berlin', PARIS, BERLIN, 879],
  ['Athens', PARIS, ATHENS, 2_098],
  ['Montréal', PARIS, MONTREAL, 5_522],
  [
    'its antipodes',
    PARIS,
    { latitude: -PARIS.latitude, longitude: PARIS.longitude - 180 },
    Math.PI * 6371.0088,
  ],
  [
    'the other side of the date line',
    { latitude: 0, longitude: 179 },
    { latitude: 0, longitude: -179 },
    222.6,
  ],
])('the distance to %s', (_what, from, to, km) => {
  expect(Math.abs(distancesFrom(from)(to) - km)).toBeLessThanOrEqual(km * 0.005)
  expect(distancesFrom(to)(from)).toBeCloseTo(distancesFrom(from)(to), 6)
})

test('light in fibre could not be as fast as the round trip that is expected', () => {
  const lightMs = (2 * distancesFrom(PARIS)(MONTREAL) * 1.47) / 299_792.458e-3
  expect(expectedRoundTripsFrom(PARIS)(MONTREAL)).toBeGreaterThan(lightMs)
  expect(expectedRoundTripsFrom(PARIS)(MONTREAL)).toBeLessThan(3 * lightMs)
})

test.each([
  ['a place', { latitude: '48.85660', longitude: '2.35220' }, PARIS],
  ['a place in the west', { latitude: '45.50190', longitude: '-73.56740' }, MONTREAL],
  ['no latitude', { longitude: '2.35220' }, null],
  ['words', { latitude: 'north', longitude: '2' }, null],
  ['nothing at all', { latitude: '', longitude: '' }, null],
  ['a place off the Earth', { latitude: '91', longitude: '0' }, null],
  ['an edge that does not know', undefined, null],
])('a hint of %s', (_what, cf, expected) => {
  expect(geographicHint(cf)).toEqual(expected)
})
