import { runInDurableObject } from 'cloudflare:test'
import { exports } from 'cloudflare:workers'
import * as v from 'valibot'
import type { Lender } from '../../protocol/http/lender.ts'
import { Enrolled } from '../../protocol/http/lending.ts'
import { type MediaRoomId, NodeId, type NodeSessionId, newNodeSessionId } from '../../protocol/ids.ts'
import { PORTS_RECHECK_MS } from '../../protocol/limits.ts'
import type { LendingLimits, NodeRegistration } from '../../protocol/node-edge/events.ts'
import { EdgeToNodeFrame, type NodeFrame, readEdgeToNodeFrame } from '../../protocol/node-edge/frames.ts'
import { type NodeNonce, NodePrivateKey, newNodeKeyPair, signText } from '../../protocol/node-edge/keys.ts'
import {
  type AnnouncedMedia,
  type CheckAnswer,
  type CheckAsk,
  type MediaPort,
  type OpenedPort,
  type PortOutcome,
  portsOf,
} from '../../protocol/node-edge/port-check.ts'
import { registrationText } from '../../protocol/node-edge/proofs.ts'
import type { NodeBatch } from '../../protocol/node-edge/requests.ts'
import { NODE_EDGE } from '../../protocol/version.ts'
import { FORMER_NODE_EDGE } from '../../protocol/versions/node-edge.ts'
import { type CheckRecord, CheckRecords } from '../../worker/directory/reachability/check-records.ts'
import { geographicHint } from '../../worker/placement/geographic-hint.ts'
import { type Region, regionAt } from '../../worker/placement/regions.ts'
import { ScriptedNode, someDtls } from '../support/scripted-node.ts'
import { directoryStub } from './directory-stub.ts'
import { Inbox } from './inbox.ts'
import { enrol, HOST, invite } from './operator-client.ts'
import { comingFrom, type Place } from './page-client.ts'

/** Of the operator's own node: vitest.config.ts has the public half. */
const OWN_KEY = v.parse(NodePrivateKey, 'MC4CAQAwBQYDK2VwBCIEIEkUPGA-WOKzvy6m9eo0qWb0OfehBvrRJYfTHN9yCXKt')

export const UNLIMITED: LendingLimits = {
  bitsPerSecond: null,
  bytesPerMonth: null,
  rooms: null,
  people: null,
  hours: null,
}

/** Where the media of these nodes is said to arrive; nothing is there. */
const MEDIA: AnnouncedMedia = { addresses: ['203.0.113.7'], firstPort: 40_000, lastPort: 40_000 }

/** Where pipes to them are. */
const PIPE_PORTS = { firstPort: 41_000, lastPort: 41_099 }

const keys = new Map<string, NodePrivateKey>([['own', OWN_KEY]])

async function keyOf(node: string, at: Lender['at']): Promise<NodePrivateKey> {
  const known = keys.get(node)
  if (known) return known
  const { code } = await invite(node, { at })
  const made = await newNodeKeyPair()
  const { node: id } = v.parse(Enrolled, await (await enrol(code, made)).json())
  if (id !== node) throw new Error(`asked for ${node}, and was enrolled as ${id}`)
  keys.set(node, made.privateKey)
  return made.privateKey
}

/** What a registration is signed with. */
interface Proof {
  readonly nonce: NodeNonce
  readonly host: string
  readonly key: NodePrivateKey
}

const opened = (port: MediaPort): OpenedPort => ({
  ...port,
  iceParameters: { usernameFragment: 'fragment', password: 'p'.repeat(22) },
  dtlsParameters: someDtls,
})

/** As after a check: what most tests are about begins there. */
async function knownAsReachable({ node, session, media }: NodeRegistration, region: Region): Promise<void> {
  const verdict = { reachable: true, ports: [], failures: 0 }
  const record: CheckRecord = {
    session,
    media,
    verdict,
    prover: null,
    dueAt: Date.now() + PORTS_RECHECK_MS,
    triedAt: 0,
    moves: 0,
    movedAt: 0,
  }
  await runInDurableObject(directoryStub(region), (_object, { storage }) =>
    new CheckRecords(storage.sql).set(node, record),
  )
}

/** A node that follows the book, over a real WebSocket. */
export class NodeClient {
  static readonly #all = new Set<NodeClient>()

  static async dropAll(): Promise<void> {
    for (const node of NodeClient.#all) {
      NodeClient.#all.delete(node)
      node.drop()
      await node.closed
    }
  }

  readonly node: NodeId
  readonly session: NodeSessionId
  readonly inbox: Inbox<EdgeToNodeFrame>
  readonly closed: Promise<CloseEvent>
  /** How many batches it was asked, and whether it answers at all. */
  batches = 0
  answers = true
  /** Whether it answers what rooms ask, and not only that it lives; and which room it keeps waiting. */
  serves = true
  keepsWaiting: MediaRoomId | null = null
  readonly #kept: NodeBatch[] = []
  /** Whether nobody has reached it yet. */
  untried = false
  /** What it was asked of checks of ports, what it says of another's, and what it says of its own. */
  readonly checks: CheckAsk[] = []
  outcomes: PortOutcome[] = ['reached', 'reached']
  connected = [true, true]
  /** The ports that it says it has opened, where they are not its own. */
  opens: MediaPort[] | null = null
  readonly #socket: WebSocket
  readonly script = new ScriptedNode()
  #media = MEDIA

  readonly #key: NodePrivateKey
  readonly #region: Region

  /** Where it speaks version 24: hears what the edge says, as it says it. */
  readonly #hears24: ((text: string) => void) | undefined

  private constructor(
    socket: WebSocket,
    node: NodeId,
    session: NodeSessionId,
    key: NodePrivateKey,
    region: Region,
    hears24?: (text: string) => void,
  ) {
    this.#hears24 = hears24
    this.#key = key
    this.#region = region
    this.#socket = socket
    this.node = node
    this.session = session
    const read = (text: string) =>
      hears24
        ? v.parse(EdgeToNodeFrame, FORMER_NODE_EDGE.toNewest(24, 'toNode', JSON.parse(text)))
        : readEdgeToNodeFrame(text)
    this.inbox = new Inbox(socket, read)
    this.closed = new Promise((resolve) => socket.addEventListener('close', resolve))
    socket.addEventListener('message', ({ data }) => {
      hears24?.(String(data))
      this.#serve(read(String(data)))
    })
    socket.accept()
    NodeClient.#all.add(this)
  }

  /**
   * @param address - Where it dials from, as Cloudflare would say.
   * @param cf - And about where on Earth that is.
   */
  static dial(node: string, address?: string, cf?: Place): Promise<Response> {
    const headers = { upgrade: 'websocket', ...(address ? { 'cf-connecting-ip': address } : {}) }
    return exports.default.fetch(`http://${HOST}/api/node/${node}`, comingFrom(cf, { headers }))
  }

  /** Opens a socket; enrols the node first where nobody has before. */
  static async open(
    node: string,
    session = newNodeSessionId(),
    at: Lender['at'] = null,
    address?: string,
    cf?: Place,
    hears24?: (text: string) => void,
  ): Promise<NodeClient> {
    const key = await keyOf(node, at)
    const response = await NodeClient.dial(node, address, cf)
    if (!response.webSocket) throw new Error(`no socket: ${response.status}`)
    const region = regionAt(geographicHint(cf))
    return new NodeClient(response.webSocket, v.parse(NodeId, node), session, key, region, hears24)
  }

  /** Opens and registers. */
  static async start(node: string, session = newNodeSessionId(), address?: string): Promise<NodeClient> {
    const client = await NodeClient.open(node, session, null, address)
    await client.register()
    await client.inbox.next((frame) => frame.type === 'registered')
    return client
  }

  /** The same as a node of version 24. */
  static async startAs24(node: string, hears: (text: string) => void): Promise<NodeClient> {
    const client = await NodeClient.open(node, newNodeSessionId(), null, undefined, undefined, hears)
    await client.register({ protocol: 24 })
    await client.inbox.next((frame) => frame.type === 'registered')
    return client
  }

  /** What the edge asks to be signed. */
  async challenge(): Promise<NodeNonce> {
    const frame = await this.inbox.next(({ type }) => type === 'challenge')
    if (frame.type !== 'challenge') throw new Error('no challenge')
    return frame.nonce
  }

  /** Registers; as a node that was found reachable before, but where it is told to be `untried`. */
  async register(change: Partial<NodeRegistration> = {}, proof: Partial<Proof> = {}): Promise<void> {
    const registration = {
      protocol: NODE_EDGE.newest,
      node: this.node,
      session: this.session,
      version: 'test',
      region: 'local',
      capacity: 1_000,
      limits: UNLIMITED,
      notAccepting: null,
      media: MEDIA,
      pipePorts: PIPE_PORTS,
      probe: null,
      ...change,
    }
    this.#media = registration.media
    this.script.address = registration.media.addresses[0] ?? ''
    if (!this.untried) await knownAsReachable(registration, this.#region)
    const { nonce = await this.challenge(), host = HOST, key = this.#key } = proof
    const text = registrationText(host, this.node, this.session, nonce)
    this.send({ type: 'register', registration, signature: await signText(key, text) })
  }

  send(frame: NodeFrame): void {
    this.sendText(JSON.stringify(this.#hears24 ? FORMER_NODE_EDGE.toFormer(24, 'fromNode', frame) : frame))
  }

  sendText(text: string): void {
    this.#socket.send(text)
  }

  #serve(frame: EdgeToNodeFrame): void {
    if (!this.answers) return
    if (frame.type === 'are-you-alive') this.send({ type: 'alive' })
    if (frame.type === 'check') {
      this.checks.push(frame.ask)
      this.send({ type: 'checked', id: frame.id, answer: this.#checked(frame.ask) })
    }
    if (frame.type !== 'batch') return
    this.batches += 1
    if (this.serves && frame.batch.room !== this.keepsWaiting) this.#answer(frame.batch)
    else this.#kept.push(frame.batch)
  }

  /** Answers what it has left unanswered. */
  catchUp(): void {
    for (const batch of this.#kept.splice(0)) this.#answer(batch)
  }

  #answer({ id, ops }: NodeBatch): void {
    this.send({ type: 'answer', id, outcomes: this.script.answer(ops) })
  }

  #checked({ ask }: CheckAsk): CheckAnswer {
    switch (ask) {
      case 'get-ready':
        return { answer: 'ready', dtlsParameters: someDtls }
      case 'open-ports':
        return { answer: 'ports-opened', ports: (this.opens ?? portsOf(this.#media)).map(opened) }
      case 'try-ports':
        return { answer: 'ports-tried', outcomes: this.outcomes }
      case 'close-ports':
        return { answer: 'ports-closed', connected: this.connected }
      default:
        return ask satisfies never
    }
  }

  /** Goes without a word, as a killed process does. */
  drop(): void {
    this.#close(1011, 'gone')
  }

  /** Says goodbye, as one does that is stopped. */
  leave(): void {
    this.#close(1000, 'the node is stopped')
  }

  #close(code: number, reason: string): void {
    if (this.#socket.readyState === WebSocket.READY_STATE_OPEN) this.#socket.close(code, reason)
  }
}
