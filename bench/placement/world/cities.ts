import type { GeoPoint } from '../../../worker/placement/geography.ts'

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

/** The same, and more people and nodes far away than in Europe. */
export const WORLD: readonly [City, ...City[]] = [
  ...CITIES,
  city('New York', 40.713, -74.006, 14, 14),
  city('Chicago', 41.878, -87.63, 8, 7),
  city('Dallas', 32.777, -96.797, 5, 6),
  city('Mexico City', 19.433, -99.133, 6, 2),
  city('San Francisco', 37.775, -122.419, 9, 10),
  city('Vancouver', 49.283, -123.121, 3, 3),
  city('Bogotá', 4.711, -74.072, 4, 1),
  city('São Paulo', -23.551, -46.633, 10, 5),
  city('Buenos Aires', -34.604, -58.382, 5, 2),
  city('Lagos', 6.524, 3.379, 6, 1),
  city('Nairobi', -1.292, 36.822, 4, 1),
  city('Johannesburg', -26.204, 28.047, 4, 2),
  city('Istanbul', 41.008, 28.978, 6, 3),
  city('Cairo', 30.044, 31.236, 5, 1),
  city('Dubai', 25.205, 55.271, 3, 2),
  city('Delhi', 28.614, 77.209, 12, 4),
  city('Bangalore', 12.972, 77.595, 8, 5),
  city('Singapore', 1.352, 103.82, 5, 6),
  city('Jakarta', -6.208, 106.846, 8, 2),
  city('Tokyo', 35.676, 139.65, 12, 10),
  city('Seoul', 37.567, 126.978, 8, 6),
  city('Sydney', -33.869, 151.209, 6, 5),
  city('Auckland', -36.849, 174.763, 2, 1),
]
