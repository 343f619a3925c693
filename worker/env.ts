import * as v from 'valibot'
import type { DirectoryObject } from './directory/directory-object.ts'
import type { NodeObject } from './node/node-object.ts'
import type { RoomObject } from './room/room-object.ts'
import type { TurnEnv } from './turn/turn-config.ts'

/** What wrangler.toml binds to this Worker, and what its operator configures. */
export interface Env extends TurnEnv {
  readonly ROOMS: DurableObjectNamespace<RoomObject>
  readonly NODES: DurableObjectNamespace<NodeObject>
  readonly DIRECTORY: DurableObjectNamespace<DirectoryObject>
  readonly ASSETS: Fetcher
  /** Hex SHA-256 of each token that nodes may register with, separated by commas. */
  readonly NODE_TOKEN_HASHES?: string
}

const TokenHashes = v.pipe(
  v.optional(v.string(), ''),
  v.transform((list) => list.split(/[\s,]+/).filter((hash) => hash !== '')),
  v.array(v.pipe(v.string(), v.toLowerCase(), v.regex(/^[0-9a-f]{64}$/, 'a hex SHA-256'))),
)

/** The hashes of the tokens that nodes may register with. Throws where the operator's list is malformed. */
export const nodeTokenHashes = (env: Env): readonly string[] => v.parse(TokenHashes, env.NODE_TOKEN_HASHES)

/** The one directory of this edge. */
export const directoryOf = (env: Env): DurableObjectStub<DirectoryObject> =>
  env.DIRECTORY.get(env.DIRECTORY.idFromName('swarm'))
