import * as v from 'valibot'
import { NodeId } from '../../protocol/ids.ts'
import { NodePublicKey } from '../../protocol/node-edge/keys.ts'
import type { Env } from '../env.ts'
import { Misconfigured } from '../misconfigured.ts'

const KnownKey = v.pipe(
  v.string(),
  v.transform((entry) => entry.split(':')),
  v.strictTuple([NodeId, NodePublicKey]),
)

const KnownKeys = v.pipe(
  v.optional(v.string(), ''),
  v.transform((list) => list.split(/[\s,]+/).filter((entry) => entry !== '')),
  v.array(KnownKey),
)

/** What was read of a list last: the directory asks at each heartbeat, and the list is the operator's configuration. */
let lastRead: {
  readonly list: string | undefined
  readonly keys: ReadonlyMap<NodeId, NodePublicKey>
} | null = null

function knownKeys(env: Env): ReadonlyMap<NodeId, NodePublicKey> {
  if (lastRead !== null && lastRead.list === env.NODE_KEYS) return lastRead.keys
  const read = v.safeParse(KnownKeys, env.NODE_KEYS)
  if (!read.success) {
    throw new Misconfigured('NODE_KEYS is no list of id:public key, separated by commas')
  }
  const keys = new Map(read.output)
  lastRead = { list: env.NODE_KEYS, keys }
  return keys
}

/** The operator's own nodes. Throws where NODE_KEYS is malformed. */
export const ownNodes = (env: Env): NodeId[] => [...knownKeys(env).keys()]

/** The key of one of the operator's own nodes; null where NODE_KEYS has none. Throws where the list is malformed. */
export const ownNodeKey = (env: Env, node: NodeId): NodePublicKey | null => knownKeys(env).get(node) ?? null
