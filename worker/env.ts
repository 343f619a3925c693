import type { DirectoryObject } from './directory/directory-object.ts'
import type { SiteEnv } from './http/site.ts'
import type { NodeObject } from './node/node-object.ts'
import type { RoomObject } from './room/room-object.ts'
import type { TurnEnv } from './turn/turn-config.ts'
import type { WaitsEnv } from './waits.ts'

/** What wrangler.toml binds to this Worker, and what its operator configures. */
export interface Env extends TurnEnv, SiteEnv, WaitsEnv {
  readonly ROOMS: DurableObjectNamespace<RoomObject>
  readonly NODES: DurableObjectNamespace<NodeObject>
  readonly DIRECTORY: DurableObjectNamespace<DirectoryObject>
  readonly ASSETS: Fetcher
  /** Nodes that need no invitation: `id:public key` of each, separated by commas. */
  readonly NODE_KEYS?: string
  /** Hex SHA-256 of the operator's secret; where there is none, nobody is the operator. */
  readonly ADMIN_SECRET_HASH?: string
  /** Hex SHA-256 of the secret that /metrics takes; where there is none, there are no metrics. */
  readonly METRICS_SECRET_HASH?: string
  /** Origins of other pages that may use this edge, separated by commas. */
  readonly ALLOWED_ORIGINS?: string
  /** Who may embed a room, as `frame-ancestors` has it, separated by commas; anybody where it is not given. */
  readonly EMBED_ALLOWED?: string
  /** Rooms, separated by commas, into which any link may turn devices on (J10): for screens that nobody stands at. */
  readonly KIOSK_ROOMS?: string
  /** On one's own machine: what every request brings that came by the door (scripts/front), and no other does. */
  readonly FRONT_DOOR_KEY?: string
}
