import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import type { Lender } from '../../protocol/http/lender.ts'
import type { ListedNode } from '../../protocol/http/lending.ts'
import { Swarm } from '../../protocol/http/swarm.ts'
import { NodeId } from '../../protocol/ids.ts'
import { swarmOf } from '../../worker/directory/published/swarm.ts'

const LYON: Lender = {
  name: 'Bibliothèque de Lyon',
  link: 'https://bm-lyon.example/',
  place: 'Lyon',
  at: { latitude: 45.7605, longitude: 4.8571 },
}

const connected = (people: number, notAccepting: 'hours' | null = null): ListedNode['connected'] => ({
  region: 'eu',
  version: '1.2.3',
  capacity: 500,
  limits: { bitsPerSecond: 7, bytesPerMonth: null, rooms: null, people: null, hours: null },
  load: {
    rooms: 2,
    people,
    routers: 1,
    transports: 1,
    producers: 1,
    consumers: 1,
    cpu: 0.1,
    bitsPerSecond: 1,
    bytesThisMonth: 1,
  },
  notAccepting,
})

const listed = (change: Partial<ListedNode>): ListedNode => ({
  node: v.parse(NodeId, 'lyon'),
  lender: LYON,
  adminState: 'active',
  reason: null,
  reachability: { reachable: true, ports: [] },
  connected: connected(3),
  ...change,
})

const shown = {
  node: 'lyon',
  name: 'Bibliothèque de Lyon',
  link: 'https://bm-lyon.example/',
  place: 'Lyon',
  at: { latitude: 45.8, longitude: 4.9 },
  connected: true,
  takesRooms: true,
  people: 3,
}

describe('S6 what everybody may know of the nodes', () => {
  test.each([
    ['one that is lent', {}, [shown]],
    ['one that is away', { connected: null }, [{ ...shown, connected: false, takesRooms: false, people: 0 }]],
    ['one outside its hours', { connected: connected(3, 'hours') }, [{ ...shown, takesRooms: false }]],
    [
      'one that nobody reached yet',
      { reachability: { reachable: false, ports: [] } },
      [{ ...shown, takesRooms: false }],
    ],
    ['one that is about to go', { adminState: 'draining' }, [{ ...shown, takesRooms: false }]],
    ['one that is paused', { adminState: 'paused', reason: 'frames that make no sense' }, []],
    ['one that is revoked', { adminState: 'revoked' }, []],
    ['one without a place', { lender: { ...LYON, at: null } }, [{ ...shown, at: null }]],
  ] as const satisfies readonly [string, Partial<ListedNode>, unknown][])('%s', (_what, change, lent) => {
    const swarm = swarmOf([listed(change)])
    expect(swarm.lent).toEqual(lent)
    expect(v.parse(v.strictObject(Swarm.entries), swarm)).toEqual(swarm)
  })

  test('the operator’s own have no names: they are counted', () => {
    const own = (people: number) => listed({ lender: null, connected: connected(people) })
    const away = listed({ lender: null, connected: null })
    expect(swarmOf([own(3), own(4), away])).toEqual({ lent: [], own: { nodes: 2, people: 7 } })
  })
})
