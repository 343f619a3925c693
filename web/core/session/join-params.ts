import type { NodeId } from '../../../protocol/ids.ts'
import type { DisplayName } from '../../../protocol/names/display-name.ts'
import type { RoomName } from '../../../protocol/names/room-name.ts'
import type { MeasuredNode } from '../../../protocol/page-edge/requests.ts'
import { browserSecret } from '../../settings/browser-secret.ts'
import type { OpenedJoinParams } from '../encryption/opened.ts'
import type { CallDevice } from '../media/mediasoup-client/device.ts'
import { browserIdIn, creatorKeyIn } from './browser-keys.ts'
import type { JoinPassword } from './room-session.ts'

interface Joining {
  readonly room: RoomName
  readonly name: DisplayName
  readonly device: Promise<CallDevice | null>
  readonly password: Pick<JoinPassword, 'proof'>
  readonly preferredNode: NodeId | null
  /** How far nodes are, of those that were measured. */
  readonly measuredNodes: readonly MeasuredNode[]
}

/** What of a join is said only where there is something to say. */
type Optional = Omit<OpenedJoinParams, 'name' | 'rtpCapabilities'>

/** With what one joins a room, and with whatever opens its door: all of it reckoned at the same time. */
export async function joinParamsOf(joining: Joining): Promise<OpenedJoinParams> {
  const { room, name, device, password, preferredNode, measuredNodes } = joining
  const secret = browserSecret(() => localStorage)
  const [found, browserId, creatorKey, proof] = await Promise.all([
    device,
    browserIdIn(room, secret),
    creatorKeyIn(room, secret),
    password.proof,
  ])
  const optional = present<Optional>({
    measuredNodes: measuredNodes.length > 0 ? [...measuredNodes] : null,
    preferredNode,
    browserId,
    creatorKey,
    password: proof,
  })
  return { name, rtpCapabilities: found?.rtpCapabilities ?? null, ...optional }
}

/** Only those of the values that are there; the compiler refuses one that `Values` does not know. */
function present<Values extends object>(
  values: {
    readonly [Key in keyof Values]-?: Exclude<Values[Key], undefined> | null
  },
): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as Values
}
