import type { Coordinates } from '../../../protocol/http/lender.ts'

/** The part of the world that a map shows: equirectangular, true to scale along its middle. Degrees. */
export interface MapFrame {
  readonly west: number
  readonly north: number
  /** How many degrees of longitude and latitude fit in its width and its height. */
  readonly longitudes: number
  readonly latitudes: number
}

/** Where something is on a map, in hundredths of its width and of its height. */
export interface MapPoint {
  readonly x: number
  readonly y: number
}

/** A map is so many times as high as wide. */
export const MAP_RATIO = 0.56

/** In degrees of latitude: so that a single place has its surroundings. */
const LEAST_WIDTH = 30
/** How much more than the places themselves is shown. */
const MARGIN = 1.4

/** What shows all of these places, with something around them. */
export function frameOf(places: readonly Coordinates[]): MapFrame {
  const [west, east] = extent(places.map(({ longitude }) => longitude))
  const [south, north] = extent(places.map(({ latitude }) => latitude))
  const middle = (south + north) / 2
  // A degree of longitude grows shorter towards the poles; a map of the whole world cannot show that.
  const shrink = Math.max(0.4, Math.cos((middle * Math.PI) / 180))
  const wanted = Math.max((east - west) * shrink, (north - south) / MAP_RATIO) * MARGIN
  const width = Math.min(Math.max(wanted, LEAST_WIDTH), 360 * shrink)
  const [longitudes, latitudes] = [width / shrink, width * MAP_RATIO]
  const top = Math.min(Math.max(middle + latitudes / 2, -90 + latitudes), 88)
  return { west: (west + east) / 2 - longitudes / 2, north: top, longitudes, latitudes }
}

function extent(values: readonly number[]): readonly [number, number] {
  return values.length === 0 ? [0, 0] : [Math.min(...values), Math.max(...values)]
}

export const pointOn = (frame: MapFrame, { latitude, longitude }: Coordinates): MapPoint => ({
  x: ((longitude - frame.west) / frame.longitudes) * 100,
  y: ((frame.north - latitude) / frame.latitudes) * 100,
})
