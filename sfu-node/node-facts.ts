import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { newNodeSessionId } from '../protocol/ids.ts'
import type { NodeRegistration } from '../protocol/node-edge/events.ts'
import { NODE_EDGE } from '../protocol/version.ts'
import type { NodeOptions } from './cli/identity.ts'
import type { PoolSettings } from './media/workers/worker-pool.ts'

/** What one core is taken to carry until its load is measured: mediasoup's own rule of thumb. */
const CONSUMERS_PER_WORKER = 500

/** What a node says of itself that no limit of its lender's changes. */
export type NodeFacts = Omit<NodeRegistration, 'limits' | 'notAccepting' | 'probe'>

const PackageJson = v.object({ version: v.string() })

/** The facts of a new life of a node that runs with these options. */
export function nodeFacts({
  id,
  region,
  workers,
  announce,
  mediaPort,
  pipePorts,
}: NodeOptions & PoolSettings): NodeFacts {
  return {
    protocol: NODE_EDGE.newest,
    node: id,
    session: newNodeSessionId(),
    version: ownVersion(),
    region,
    capacity: workers * CONSUMERS_PER_WORKER,
    media: { addresses: [...announce], firstPort: mediaPort, lastPort: mediaPort + workers - 1 },
    pipePorts: { firstPort: pipePorts.from, lastPort: pipePorts.to },
  }
}

function ownVersion(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  return v.parse(PackageJson, JSON.parse(text)).version
}
