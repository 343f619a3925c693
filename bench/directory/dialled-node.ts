import { once } from 'node:events'
import * as v from 'valibot'
import WebSocket from 'ws'
import { NodeId, newNodeSessionId } from '../../protocol/ids.ts'
import { NODE_HEARTBEAT_INTERVAL_MS } from '../../protocol/limits.ts'
import { NO_LOAD, type NodeRegistration } from '../../protocol/node-edge/events.ts'
import { type EdgeToNodeFrame, type NodeFrame, readEdgeToNodeFrame } from '../../protocol/node-edge/frames.ts'
import { type NodeKeyPair, newNodeKeyPair, signText } from '../../protocol/node-edge/keys.ts'
import { registrationText } from '../../protocol/node-edge/proofs.ts'
import { NODE_EDGE } from '../../protocol/version.ts'
import { ScriptedNode } from '../../test/support/scripted-node.ts'
import { fromOwnAddress } from './own-address.ts'

/** A node before it dials. */
export interface KnownNode {
  readonly node: NodeId
  readonly keys: NodeKeyPair
}

export const newNode = async (index: number): Promise<KnownNode> => ({
  node: v.parse(NodeId, `node-${index}`),
  keys: await newNodeKeyPair(),
})

/** A node that follows the book over a real socket, tells its load as often as nodes do, and carries nothing. */
export class DialledNode {
  readonly #socket: WebSocket
  readonly #script = new ScriptedNode()
  #heartbeat: NodeJS.Timeout | undefined
  readonly #registered = Promise.withResolvers<void>()

  private constructor(socket: WebSocket) {
    this.#socket = socket
  }

  /** DialLimiter the edge at `url`, and resolves once it is registered. Throws where it is refused. */
  static async dial(url: string, { node, keys }: KnownNode): Promise<DialledNode> {
    const address = new URL(`/api/node/${node}`, url)
    const { host } = address
    address.protocol = 'ws:'
    const dialled = new DialledNode(new WebSocket(address, { headers: fromOwnAddress() }))
    const socket = dialled.#socket
    socket.on('close', (code, reason) =>
      dialled.#registered.reject(new Error(`${node} was put out: ${code} ${String(reason)}`)),
    )
    socket.on('message', (data) => {
      const frame = readEdgeToNodeFrame(String(data))
      if (frame.type === 'challenge') void dialled.#register(host, { node, keys }, frame.nonce)
      else dialled.#serve(frame)
    })
    await Promise.all([once(socket, 'open'), dialled.#registered.promise])
    dialled.#heartbeat = setInterval(() => dialled.beat(), NODE_HEARTBEAT_INTERVAL_MS)
    return dialled
  }

  async #register(host: string, { node, keys }: KnownNode, nonce: ChallengeNonce): Promise<void> {
    const session = newNodeSessionId()
    const registration: NodeRegistration = {
      protocol: NODE_EDGE.newest,
      node,
      session,
      version: 'bench',
      region: 'bench',
      capacity: 1_000,
      limits: { bitsPerSecond: null, bytesPerMonth: null, rooms: null, people: null, hours: null },
      notAccepting: null,
      media: { addresses: ['203.0.113.7'], firstPort: 40_000, lastPort: 40_000 },
      pipePorts: { firstPort: 41_000, lastPort: 41_099 },
      probe: null,
    }
    const signature = await signText(keys.privateKey, registrationText(host, node, session, nonce))
    this.#send({ type: 'register', registration, signature })
  }

  #serve(frame: EdgeToNodeFrame): void {
    if (frame.type === 'registered') this.#registered.resolve()
    if (frame.type === 'are-you-alive') this.#send({ type: 'alive' })
    if (frame.type !== 'batch') return
    const { id, ops } = frame.batch
    this.#send({ type: 'answer', id, outcomes: this.#script.answer(ops) })
  }

  /** Tells its load once more. */
  beat(): void {
    this.#send({ type: 'event', event: { event: 'heartbeat', load: NO_LOAD, notAccepting: null } })
  }

  #send(frame: NodeFrame): void {
    this.#socket.send(JSON.stringify(frame))
  }

  hangUp(): void {
    clearInterval(this.#heartbeat)
    this.#socket.terminate()
  }
}

type ChallengeNonce = Extract<EdgeToNodeFrame, { type: 'challenge' }>['nonce']
