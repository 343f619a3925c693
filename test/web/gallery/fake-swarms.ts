import * as v from 'valibot'
import { LentNode, Swarm } from '../../../protocol/http/swarm.ts'

const lent = (
  name: string,
  place: string | null,
  at: readonly [number, number] | null,
  people: number | null,
): LentNode =>
  v.parse(LentNode, {
    node: name
      .toLowerCase()
      .replaceAll(/[^a-z]/g, '')
      .slice(0, 30),
    name,
    link: name.length % 5 === 0 ? null : 'https://lender.example/',
    place,
    at: at && { latitude: at[0], longitude: at[1] },
    connected: people !== null,
    takesRooms: people !== null,
    people: people ?? 0,
  })

const EUROPE = [
  lent('Bibliothèque municipale de Lyon', 'Lyon', [45.8, 4.8], 34),
  lent('Université Grenoble Alpes', 'Grenoble', [45.2, 5.7], 12),
  lent('Chaos Computer Club', 'Hamburg', [53.6, 10], 61),
  lent('Associazione per le reti libere e la cultura digitale della Romagna', 'Forlì', [44.2, 12], 0),
  lent('Wikimedia España', 'Madrid', [40.4, -3.7], 8),
  lent('Ada', null, null, 3),
  lent('Universitetet i Tromsø', 'Tromsø', [69.6, 18.9], null),
]

/** Who may lend: a few institutions, some all over the world, a single one, nobody. */
export const FAKE_SWARMS = {
  europe: v.parse(Swarm, { lent: EUROPE, own: { nodes: 2, people: 21 } }),
  world: v.parse(Swarm, {
    lent: [
      ...EUROPE,
      lent('Université de Montréal', 'Montréal', [45.5, -73.6], 5),
      lent('Koha Foundation', 'Wellington', [-41.3, 174.8], 2),
      lent('IIT Bombay', 'मुंबई', [19.1, 72.9], 17),
      lent('Universidade de São Paulo', 'São Paulo', [-23.6, -46.6], 9),
    ],
    own: { nodes: 1, people: 2 },
  }),
  one: v.parse(Swarm, { lent: EUROPE.slice(0, 1), own: { nodes: 0, people: 0 } }),
  nobody: v.parse(Swarm, { lent: [], own: { nodes: 1, people: 4 } }),
  failed: 'failed',
} as const
