import * as v from 'valibot'
import type { GeoPoint } from './geography.ts'

const degrees = (limit: number) =>
  v.pipe(
    v.string(),
    v.regex(/^-?\d{1,3}(?:\.\d+)?$/),
    v.transform(Number),
    v.minValue(-limit),
    v.maxValue(limit),
  )

/** The part of Cloudflare's `request.cf` that says where a request seems to come from. */
const Located = v.object({ latitude: degrees(90), longitude: degrees(180) })

/** To the degree, about 100 km: enough to choose a node by, and no more than that is kept of anybody. */
export const roughly = (place: GeoPoint | null): GeoPoint | null =>
  place && { latitude: Math.round(place.latitude), longitude: Math.round(place.longitude) }

/**
 * About where a request comes from, by the network's guess from its address (`request.cf`): good to a city at best, and
 * wrong at times. Null where it has no idea, as on an edge of one's own.
 */
export function geographicHint(cf: unknown): GeoPoint | null {
  const read = v.safeParse(Located, cf)
  return read.success ? read.output : null
}
