/** A place on Earth, in degrees (WGS 84): north and east are positive. */
export interface GeoPoint {
  /** -90 to 90. */
  readonly latitude: number
  /** -180 to 180. */
  readonly longitude: number
}

/** The mean radius of the Earth (IUGG). */
const EARTH_RADIUS_KM = 6371.0088
const RADIANS_PER_DEGREE = Math.PI / 180

/**
 * Light takes 4.9 µs a kilometre of fibre (its refractive index is about 1.47), there and back; cables are about twice as
 * long as the way that a bird would take.
 */
const ROUND_TRIP_MS_PER_KM = 0.02

/** The distance along the surface in kilometres from one place to any other, by the haversine formula. */
export function distancesFrom(from: GeoPoint): (to: GeoPoint) => number {
  const fromLatitude = from.latitude * RADIANS_PER_DEGREE
  const fromCosine = Math.cos(fromLatitude)
  return (to) => {
    const toLatitude = to.latitude * RADIANS_PER_DEGREE
    const northward = Math.sin((toLatitude - fromLatitude) / 2)
    const eastward = Math.sin(((to.longitude - from.longitude) * RADIANS_PER_DEGREE) / 2)
    const haversine = northward * northward + fromCosine * Math.cos(toLatitude) * eastward * eastward
    // Rounding may take the haversine of antipodes a little above 1.
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, haversine)))
  }
}

/** The round trip (ms) to expect from one place to any other, the last miles at either end not counted. */
export function expectedRoundTripsFrom(from: GeoPoint): (to: GeoPoint) => number {
  const km = distancesFrom(from)
  return (to) => km(to) * ROUND_TRIP_MS_PER_KM
}
