import type { DisplayName } from '../../../protocol/display-name.ts'
import type { NodeId } from '../../../protocol/ids.ts'
import type { MeasuredNode } from '../../../protocol/page-requests.ts'
import type { RoomName } from '../../../protocol/room-name.ts'
import { browserSecret } from '../../settings/browser-secret.ts'
import type { CallDevice } from '../media/mediasoup-client/device.ts'
import type { JoinParams } from '../signalling/signal-connection.ts'
import { browserIdIn, creatorKeyIn } from './browser-keys.ts'
import type { RoomPassword } from './room-password.ts'

interface Joining {
  readonly room: RoomName
  readonly name: DisplayName
  readonly device: Promise<CallDevice | null>
  readonly password: RoomPassword
  readonly wished: NodeId | null
  /** How far nodes are, of those that were measured. */
  readonly measured: readonly MeasuredNode[]
}

/** How one introduces oneself to a room, with whatever opens its door: all of it reckoned at the same time. */
export async function joinParamsOf(joining: Joining): Promise<JoinParams> {
  const { room, name, device, password, wished, measured } = joining
  const secret = browserSecret(() => localStorage)
  const [found, browser, creator, proof] = await Promise.all([
    device,
    browserIdIn(room, secret),
    creatorKeyIn(room, secret),
    password.proof,
  ])
  return {
    name,
    rtpCapabilities: found?.rtpCapabilities ?? null,
    ...(measured.length > 0 && { measured: [...measured] }),
    ...(wished !== null && { wished }),
    ...(browser !== null && { browser }),
    ...(creator !== null && { creator }),
    ...(proof !== null && { password: proof }),
  }
}
