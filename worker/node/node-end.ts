import type { ProtocolError } from '../../protocol/errors.ts'
import type { NodeId } from '../../protocol/ids.ts'
import { log } from '../log.ts'
import { closeWith } from '../websocket/close-socket.ts'
import type { NodeChannel } from './channel/node-channel.ts'
import type { NodeSockets } from './channel/node-sockets.ts'
import type { NodeDirectory } from './node-directory.ts'
import type { NodeRooms } from './node-rooms.ts'
import type { NodeStorage } from './node-storage.ts'
import type { PortChecks } from './requests/port-checks.ts'

/** With a goodbye, as when it is stopped, or without. */
type Departure = 'left' | 'lost'

interface EndParts {
  readonly storage: NodeStorage
  readonly directory: NodeDirectory
  readonly rooms: NodeRooms
  readonly sockets: NodeSockets
  readonly channel: NodeChannel
  readonly checks: PortChecks
}

/** How a node goes: whoever waits for it, or lives on it, hears of it (N4). */
export class NodeEnd {
  readonly #parts: EndParts

  constructor(parts: EndParts) {
    this.#parts = parts
  }

  /** Closes a socket with that error's code. */
  async cutOff(socket: WebSocket, error: ProtocolError): Promise<void> {
    closeWith(socket, error)
    await this.socketGone(socket)
  }

  /** The same, and tells why before. */
  async putOut(socket: WebSocket, error: ProtocolError): Promise<void> {
    this.#parts.sockets.refuse(socket, error)
    await this.socketGone(socket)
  }

  /** The node's socket is gone, and with it the node. */
  async socketGone(socket: WebSocket, how: Departure = 'lost'): Promise<void> {
    const { sockets } = this.#parts
    const { node, session } = sockets.attachment(socket)
    if (session === null) return
    sockets.change(socket, { session: null })
    await this.nodeLost(node, how)
  }

  async nodeLost(node: NodeId, how: Departure = 'lost'): Promise<void> {
    const { storage, directory, rooms, channel, checks } = this.#parts
    if (how === 'left') log.info('node-left', { node })
    else log.warn('node-lost', { node })
    storage.setRegistration(null)
    channel.waitNoLonger()
    checks.failAll()
    try {
      await directory.lost(node)
    } catch (thrown) {
      // It forgets by itself whom it does not hear. The rooms must not wait for that.
      log.error('directory-not-told', thrown, { node })
    }
    await rooms.lose(node, rooms.all())
    // Now that they know: a node that fails to answer would be left alone for a while, this one may be back at once.
    channel.failAll()
  }
}
