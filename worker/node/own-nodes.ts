import * as v from 'valibot'
import { NodeId } from '../../protocol/ids.ts'
import { NodePublicKey } from '../../protocol/node-key.ts'
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

function knownKeys(env: Env) {
  const keys = v.safeParse(KnownKeys, env.NODE_KEYS)
  if (keys.success) return keys.output
  throw new Misconfigured('NODE_KEYS is no list of id:public key, separated by commas')
}

/** The operator's own nodes. Throws where NODE_KEYS is malformed. */
export const ownNodes = (env: Env): NodeId[] => knownKeys(env).map(([node]) => node)

/** The key of one of the operator's own nodes; null where NODE_KEYS has none. Throws where the list is malformed. */
export function ownNodeKey(env: Env, node: NodeId): NodePublicKey | null {
  const found = knownKeys(env).find(([id]) => id === node)
  return found?.[1] ?? null
}
