import { expectedRoundTripsFrom, type GeoPoint } from './geography.ts'

/**
 * Where directories are, by the location hints of Cloudflare (Durable Objects, "Data location"), each with a place in its
 * middle. `home` is for whoever comes from where nobody knows, as everybody does on one's own machine.
 */
const PLACES = {
  weur: { latitude: 48.9, longitude: 2.4 },
  eeur: { latitude: 52.2, longitude: 21 },
  enam: { latitude: 40.7, longitude: -74 },
  wnam: { latitude: 37.8, longitude: -122.4 },
  sam: { latitude: -23.6, longitude: -46.6 },
  afr: { latitude: -26.2, longitude: 28 },
  me: { latitude: 25.2, longitude: 55.3 },
  'apac-se': { latitude: 1.4, longitude: 103.8 },
  'apac-ne': { latitude: 35.7, longitude: 139.7 },
  oc: { latitude: -33.9, longitude: 151.2 },
} as const satisfies Record<string, GeoPoint>

export type PlacedRegion = keyof typeof PLACES
export type Region = PlacedRegion | 'home'

export const HOME = 'home' as const satisfies Region
const PLACED_REGIONS = [
  'weur',
  'eeur',
  'enam',
  'wnam',
  'sam',
  'afr',
  'me',
  'apac-se',
  'apac-ne',
  'oc',
] as const satisfies readonly PlacedRegion[]
export const REGIONS: readonly Region[] = [HOME, ...PLACED_REGIONS]

/** The region in which somebody at that place asks, and in which a node there is listed: the one whose middle is nearest. */
export const regionAt = (place: GeoPoint | null): Region => (place === null ? HOME : nearestTo(place))

function nearestTo(place: GeoPoint): PlacedRegion {
  const awayMs = expectedRoundTripsFrom(place)
  return PLACED_REGIONS.reduce<PlacedRegion>(
    (nearest, each) => (awayMs(PLACES[each]) < awayMs(PLACES[nearest]) ? each : nearest),
    PLACED_REGIONS[0],
  )
}

/** Of nodes at home, and of whoever comes from nowhere, nothing is known. */
const ANY_DISTANCE_MS = Number.MAX_SAFE_INTEGER

/**
 * How near a node of each region can be to somebody at `place` at the least, as a round trip in ms: where it is nearer to
 * the middle of its region than to that of theirs, the inequality of the triangle says so.
 */
export function leastAwayMs(place: GeoPoint | null): (region: Region) => number {
  if (place === null) return (region) => (region === HOME ? 0 : ANY_DISTANCE_MS)
  const awayMs = expectedRoundTripsFrom(place)
  const ownMs = awayMs(PLACES[nearestTo(place)])
  return (region) => (region === 'home' ? ANY_DISTANCE_MS : (awayMs(PLACES[region]) - ownMs) / 2)
}
