import { ProtocolError } from '../../../protocol/errors.ts'
import type { NodeSessionId } from '../../../protocol/ids.ts'
import { NODE_CHALLENGE_TIMEOUT_MS, NODE_HEARTBEAT_INTERVAL_MS } from '../../../protocol/limits.ts'
import {
  type NodeFrame,
  type UnspokenRegistration,
  unspokenVersion,
} from '../../../protocol/node-edge/frames.ts'
import { NODE_EDGE, type UnspokenVersion } from '../../../protocol/version.ts'
import type { Unspoken } from '../../directory/registry/unspoken-versions.ts'
import type { Env } from '../../env.ts'
import { log } from '../../log.ts'
import { closeWith } from '../../websocket/close-socket.ts'
import type { NodeChannel } from '../channel/node-channel.ts'
import type { NodeSockets } from '../channel/node-sockets.ts'
import type { NodeDirectory } from '../node-directory.ts'
import type { NodeRooms } from '../node-rooms.ts'
import type { NodeStorage } from '../node-storage.ts'
import { verifyProof, verifyRegistration } from './verify-registration.ts'

interface RegistrarParts {
  readonly env: Env
  readonly storage: NodeStorage
  readonly rooms: NodeRooms
  readonly sockets: NodeSockets
  readonly channel: NodeChannel
  readonly directory: NodeDirectory
}

/** Where a node says who it is (N1): the same life of a node keeps its rooms (N3); a second node is refused (N2). */
export class Registrar {
  readonly #parts: RegistrarParts

  constructor(parts: RegistrarParts) {
    this.#parts = parts
  }

  /** Takes a node in. Throws a ProtocolError where it is not the node that it says, or cannot be now. */
  async register(
    socket: WebSocket,
    { registration, signature }: Extract<NodeFrame, { type: 'register' }>,
  ): Promise<void> {
    const { env, storage, rooms, sockets, channel, directory } = this.#parts
    const attachment = sockets.attachment(socket)
    if (attachment.session !== null) throw new ProtocolError('already-joined', 'registered already')
    // Whatever comes of it, that nonce was used: awaiting lets other frames in.
    sockets.change(socket, { nonce: null })
    const admission = await verifyRegistration(env, attachment, registration, signature)
    const { adminState, lender, unspoken } = admission
    const { node, session } = registration
    await this.#yieldFormer(session)
    if (storage.registration()?.session !== session) {
      await rooms.lose(node, rooms.all())
      channel.failAll()
    }
    // Revoked while its proof was verified.
    if (socket.readyState !== WebSocket.READY_STATE_OPEN) return
    storage.setRegistration(registration)
    if (attachment.network !== null) storage.setHome(attachment.network)
    sockets.change(socket, { session, heardAt: Date.now() })
    sockets.send(socket, { type: 'registered', rooms: rooms.all() })
    log.info('node-registered', { node, region: registration.region, version: registration.version })
    channel.waitNoLonger()
    if (unspoken) await directory.setUnspoken(node, null)
    await directory.list(node, { region: attachment.region, adminState, lender })
    // A node that was draining when its link was cut goes on with that; not all of its rooms may have been told.
    if (storage.isDraining(session)) return rooms.drain(node)
    await directory.heard(registration, { load: null, notAccepting: registration.notAccepting })
  }

  /**
   * Refuses a node that speaks another version (N26, N27): it carries nothing. What it speaks is kept for the operator's list where it
   * proves who it is. Throws `unsupported-protocol`, also where it does not: another version may sign otherwise, and a node that
   * is told that its key is wrong would not come back. Throws `bad-message`, `revoked` and `misbehaved` as any registration.
   */
  async refuseVersion(
    socket: WebSocket,
    { version, registration, signature }: UnspokenRegistration,
  ): Promise<never> {
    const { env, sockets, directory } = this.#parts
    const attachment = sockets.attachment(socket)
    sockets.change(socket, { nonce: null })
    const { admission, isProven } = await verifyProof(env, attachment, registration, signature)
    if (isProven && !isSaid(admission.unspoken, version))
      await directory.setUnspoken(registration.node, { version })
    throw unspokenVersion(version)
  }

  /** Closes a former socket of the same life; one of another life keeps the id for as long as it answers. */
  async #yieldFormer(session: NodeSessionId): Promise<void> {
    const { sockets, channel } = this.#parts
    const former = sockets.registered()
    if (!former) return
    const { session: theirs } = sockets.attachment(former)
    if (theirs !== session) {
      if (await channel.isAlive(former, NODE_CHALLENGE_TIMEOUT_MS)) {
        throw new ProtocolError('node-id-taken', 'another node is connected under this id', {
          retryAfterMs: NODE_HEARTBEAT_INTERVAL_MS,
        })
      }
    }
    sockets.change(former, { session: null })
    closeWith(former, new ProtocolError('replaced', 'this node connected anew'))
  }
}

/** Whether that is kept already. A node says the versions that it speaks one after the other (V1): the newest tells most. */
function isSaid(kept: Unspoken | null, version: UnspokenVersion): boolean {
  if (!kept || kept.version === null || version === null) return kept?.version === version
  const isNewer = (each: number): boolean => each > NODE_EDGE.newest
  return isNewer(kept.version) === isNewer(version) && kept.version >= version
}
