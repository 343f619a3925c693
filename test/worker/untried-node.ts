import { runInDurableObject } from 'cloudflare:test'
import { exports } from 'cloudflare:workers'
import * as v from 'valibot'
import { Swarm } from '../../protocol/http/swarm.ts'
import type { NodeSessionId } from '../../protocol/ids.ts'
import { NO_LOAD } from '../../protocol/node-edge/events.ts'
import type { AnnouncedMedia, PortOutcome, TriedPort } from '../../protocol/node-edge/port-check.ts'
import { CheckRecords } from '../../worker/directory/reachability/check-records.ts'
import { directoryStub } from './directory-stub.ts'
import { NodeClient } from './node-client.ts'

interface Untried {
  readonly session?: NodeSessionId
  readonly media?: AnnouncedMedia
  /** As the node that is checked sees it. */
  readonly connected?: boolean[]
}

/** A lent node that nobody has reached yet. */
export async function startUntried(
  name: string,
  { session, media, connected }: Untried = {},
): Promise<NodeClient> {
  const node = await NodeClient.open(name, session)
  node.untried = true
  if (connected) node.connected = connected
  await node.register(media && { media })
  await node.inbox.next(({ type }) => type === 'registered')
  return node
}

export const beat = (node: NodeClient) =>
  node.send({ type: 'event', event: { event: 'heartbeat', load: NO_LOAD, notAccepting: null } })

/** As if the time of the next check had come; the node's next heartbeat is what brings it. */
export async function due(node: NodeClient): Promise<void> {
  await runInDurableObject(directoryStub(), (_object, { storage }) => {
    const checks = new CheckRecords(storage.sql)
    const record = checks.of(node.node)
    if (record) checks.set(node.node, { ...record, dueAt: 0 })
  })
  beat(node)
}

/** What a node is told of its own ports. */
export async function verdict(node: NodeClient) {
  const frame = await node.inbox.next(({ type }) => type === 'reachability')
  if (frame.type !== 'reachability') throw new Error('no verdict')
  return frame.reachability
}

export const tried = (udp: PortOutcome, tcp: PortOutcome, address = '203.0.113.7'): TriedPort[] => [
  { protocol: 'udp', address, port: 40_000, outcome: udp },
  { protocol: 'tcp', address, port: 40_000, outcome: tcp },
]

export const GOOD = { reachable: true, ports: tried('reached', 'reached') }

export async function takesRooms(node: string): Promise<boolean | undefined> {
  const { lent } = v.parse(Swarm, await (await exports.default.fetch('http://edge/api/swarm')).json())
  return lent.find((each) => each.node === node)?.takesRooms
}
