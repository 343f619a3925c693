import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import * as v from 'valibot'
import { describe, expect, test, vi } from 'vitest'
import { NodeId, newNodeSessionId } from '../../protocol/ids.ts'
import { PORTS_RECHECK_MS } from '../../protocol/limits.ts'
import { NO_LOAD, type NodeRegistration } from '../../protocol/node-edge/events.ts'
import { NODE_EDGE } from '../../protocol/version.ts'
import type { DirectoryObject } from '../../worker/directory/directory-object.ts'
import { CheckRecords } from '../../worker/directory/reachability/check-records.ts'
import { NEW_ROOM } from '../../worker/placement/placement-request.ts'
import { HOME } from '../../worker/placement/regions.ts'
import { UNLIMITED } from './node-client.ts'

const registered = (index: number): NodeRegistration => ({
  protocol: NODE_EDGE.newest,
  node: v.parse(NodeId, `node-${index}`),
  session: newNodeSessionId(),
  region: 'eu',
  version: '1.2.3',
  capacity: 500,
  limits: UNLIMITED,
  media: { addresses: ['203.0.113.7'], firstPort: 40_000, lastPort: 40_000 },
  pipePorts: { firstPort: 41_000, lastPort: 41_099 },
  probe: null,
  notAccepting: null,
})

const ADMITTED = { adminState: 'active', lender: null } as const
const REQUEST = { hint: null, measuredNodes: [], preferredNode: null, avoid: [], on: [], brings: NEW_ROOM }

/** How many statements a directory of so many nodes runs for each of the things that happen most. */
function statementsWith(nodes: number): Promise<Record<string, number>> {
  const directory = env.DIRECTORY.get(env.DIRECTORY.idFromName(`of ${nodes} nodes`))
  return runInDurableObject(directory, async (object: DirectoryObject, { storage }) => {
    const all = Array.from({ length: nodes }, (_, index) => registered(index))
    const checks = new CheckRecords(storage.sql)
    object.registeredIn(v.parse(NodeId, 'far-away'), 'afr')
    for (const registration of all) {
      const { node, session, media } = registration
      const verdict = { reachable: true, ports: [], failures: 0 }
      const dueAt = Date.now() + PORTS_RECHECK_MS
      checks.set(node, { session, media, verdict, prover: null, dueAt, triedAt: 0, moves: 0, movedAt: 0 })
      await object.heard({ registration, load: null, notAccepting: null, admitted: ADMITTED })
    }
    const exec = vi.spyOn(storage.sql, 'exec')
    const during = async (act: () => unknown): Promise<number> => {
      exec.mockClear()
      await act()
      return exec.mock.calls.length
    }
    const [registration = registered(0)] = all
    const statements = {
      heartbeat: await during(() =>
        object.heard({ registration, load: NO_LOAD, notAccepting: null, admitted: ADMITTED }),
      ),
      placement: await during(() =>
        expect(object.place('a room', REQUEST)).toMatchObject({
          node: expect.stringMatching(/^node-/),
          regions: [HOME, 'afr'],
        }),
      ),
      candidates: await during(() => object.candidates(null)),
      count: await during(() => expect(object.count()).toBe(nodes)),
      swarm: await during(() => object.swarm()),
      'swarm again': await during(() => object.swarm()),
      list: await during(() => object.nodes()),
    }
    exec.mockRestore()
    return statements
  })
}

describe('what the directory does', () => {
  test('takes as many statements with two hundred nodes as with two', async () => {
    const few = await statementsWith(2)
    expect(await statementsWith(200)).toEqual(few)
    // A placement asks which nodes have stalled, and what went through TURN this month; the nodes and regions are in memory.
    expect(few).toMatchObject({ count: 0, 'swarm again': 0, placement: 2 })
    expect(few['heartbeat']).toBeGreaterThan(0)
  })
})
