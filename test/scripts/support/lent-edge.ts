import { createHash, randomBytes } from 'node:crypto'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { type NodePrivateKey, newNodeKeyPair } from '../../../protocol/node-edge/keys.ts'
import { startEdge } from '../../../scripts/edge/edge.ts'
import { freePorts } from '../../../scripts/network/held-ports.ts'
import { type NodeProcess, startNode } from '../../../scripts/node-process.ts'
import { ROOT } from '../../../scripts/setup/places.mjs'
import { launch, type Program, run, temporaryFolder } from './program.ts'

const NODE = path.join(ROOT, 'scripts/node.mjs')
const ADMIN = path.join(ROOT, 'scripts/edge-admin.mjs')

/** An edge with an operator, and those who lend it nodes: all by the commands that people type. */
export class LentEdge {
  readonly url: string
  readonly #secret: string
  readonly #ownKey: NodePrivateKey

  private constructor(url: string, secret: string, ownKey: NodePrivateKey) {
    this.url = url
    this.#secret = secret
    this.#ownKey = ownKey
  }

  static async start(): Promise<LentEdge> {
    const secret = randomBytes(32).toString('base64url')
    const hash = createHash('sha256').update(secret).digest('hex')
    const own = await newNodeKeyPair()
    const bindings = { ADMIN_SECRET_HASH: hash, NODE_KEYS: `own:${own.publicKey}` }
    const edge = await startEdge({ bindings })
    onTestFinished(() => edge.stop())
    return new LentEdge(edge.url, secret, own.privateKey)
  }

  /** Starts the operator's own node, which proves that others can be reached; it ends with the test at the latest. */
  async startOwnNode(): Promise<NodeProcess> {
    const where = { listen: '127.0.0.1', mediaPort: await freePorts(1), workers: 1 }
    const node = startNode({ edge: this.url, key: this.#ownKey, id: 'own', ...where })
    onTestFinished(async () => {
      await node.stop()
    })
    return node
  }

  /** What `npm run edge` says to those arguments. */
  say(args: readonly string[], secret = this.#secret): Promise<{ code: number | null; output: string }> {
    const env = { ...process.env, ESSAIM_EDGE: this.url, ESSAIM_ADMIN_SECRET: secret }
    return run({ args: [ADMIN, ...args], env })
  }

  /** A new invitation for somebody of that name. */
  async invite(name: string, ...options: readonly string[]): Promise<string> {
    const { code, output } = await this.say(['invite', '--loopback', '--name', name, ...options])
    const word = output.trim().split('\n').at(-1)
    if (code !== 0 || !word) throw new Error(`not invited: ${output}`)
    return word
  }
}

/** What a lender types, on a machine of their own: a state folder, and ports that are free. */
export class LentMachine {
  readonly state: string
  readonly mediaPort: number
  readonly #media: readonly string[]

  private constructor(state: string, mediaPort: number) {
    this.state = state
    this.mediaPort = mediaPort
    this.#media = ['--listen', '127.0.0.1', '--media-port', String(mediaPort), '--workers', '1']
  }

  static async set(): Promise<LentMachine> {
    return new LentMachine(path.join(await temporaryFolder(), 'state'), await freePorts(1))
  }

  join(invitation: string, ...options: readonly string[]): Program {
    return this.#node(['join', invitation, '--state', this.state, ...this.#media, ...options])
  }

  run(...options: readonly string[]): Program {
    return this.#node(['run', '--state', this.state, ...options])
  }

  #node(args: readonly string[]): Program {
    return launch({ args: [NODE, ...args] })
  }
}

/** Waits until a program has said something. */
export async function hears(program: Program, text: string): Promise<void> {
  let ended = false
  void program.exited.finally(() => {
    ended = true
  })
  while (!program.output().includes(text)) {
    if (ended) throw new Error(`It ended without “${text}”: ${program.output()}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
