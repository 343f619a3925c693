import type { GeoPoint } from '../../worker/placement/geography.ts'

/** Where people and lenders are. The weights are made up: France above all, its neighbours, and some far away. */
export interface City extends GeoPoint {
  readonly name: string
  readonly people: number
  readonly lenders: number
}

const city = (name: string, latitude: number, longitude: number, people: number, lenders: number): City => ({
  name,
  latitude,
  longitude,
  people,
  lenders,
})

export const CITIES: readonly [City, ...City[]] = [
  city('Paris', 48.857, 2.352, 22, 18),
  city('Lyon', 45.764, 4.836, 8, 8),
  city('Marseille', 43.297, 5.37, 5, 2),
  city('Toulouse', 43.605, 1.444, 5, 4),
  city('Bordeaux', 44.838, -0.579, 4, 3),
  city('Nantes', 47.218, -1.554, 4, 4),
  city('Rennes', 48.117, -1.678, 3, 3),
  city('Lille', 50.629, 3.057, 4, 6),
  city('Strasbourg', 48.573, 7.752, 3, 8),
  city('Grenoble', 45.188, 5.725, 3, 2),
  city('Montpellier', 43.611, 3.877, 3, 1),
  city('Brest', 48.39, -4.486, 1, 1),
  city('Brussels', 50.85, 4.352, 4, 3),
  city('Geneva', 46.204, 6.143, 3, 2),
  city('London', 51.507, -0.128, 3, 3),
  city('Amsterdam', 52.368, 4.904, 2, 5),
  city('Frankfurt', 50.11, 8.682, 2, 7),
  city('Berlin', 52.52, 13.405, 3, 4),
  city('Munich', 48.135, 11.582, 2, 2),
  city('Vienna', 48.208, 16.373, 1, 2),
  city('Milan', 45.464, 9.19, 3, 2),
  city('Rome', 41.903, 12.496, 2, 1),
  city('Madrid', 40.417, -3.704, 2, 1),
  city('Barcelona', 41.385, 2.173, 2, 2),
  city('Lisbon', 38.722, -9.139, 1, 1),
  city('Warsaw', 52.23, 21.012, 1, 2),
  city('Helsinki', 60.17, 24.938, 0.5, 2),
  city('Athens', 37.984, 23.728, 0.5, 0.3),
  city('Montréal', 45.502, -73.567, 2, 1.5),
  city('Saint-Denis de La Réunion', -20.882, 55.45, 1, 0.2),
]
