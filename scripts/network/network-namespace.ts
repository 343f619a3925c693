import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { Problem } from '../setup/problem.mjs'
import { ensureNetworkTools } from '../setup/programs/network-tools.mjs'
import { CommandFailed, runCommand } from '../setup/run-command.mjs'

/** Networks of four addresses in 198.18.0.0/15, which no machine has outside of tests (RFC 2544 appendix C.2.2). */
const SUBNETS = 2 ** 15
/** So many are drawn until one is free. */
const TRIES = 20

/**
 * A network namespace of Linux (network_namespaces(7)) with a cable to this machine: for a process whose network can be
 * cut while everything else goes on. It has no name, and lives as long as what runs in it: nothing is left behind,
 * whatever ends us.
 */
export class NetworkNamespace {
  /** This machine's end of the cable. */
  readonly host: string
  /** The other end. */
  readonly address: string
  /** What goes before a command so that it runs inside. */
  readonly within: readonly string[]
  readonly #holder: ChildProcess
  readonly #cable: string

  private constructor(holder: ChildProcess, subnet: number, cable: string) {
    this.#holder = holder
    this.#cable = cable
    this.host = addressIn(subnet, 1)
    this.address = addressIn(subnet, 2)
    this.within = enter(holder)
  }

  /** Throws a Problem where this machine, or this user, cannot make one. */
  static async open(): Promise<NetworkNamespace> {
    await ensureNetworkTools()
    const holder = await startHolder()
    try {
      const { subnet, cable } = await layCable(holder)
      const namespace = new NetworkNamespace(holder, subnet, cable)
      await runCommand('ip', ['address', 'add', `${namespace.host}/30`, 'dev', cable])
      await runCommand('ip', ['link', 'set', cable, 'up'])
      await namespace.#ip('address', 'add', `${namespace.address}/30`, 'dev', 'eth0')
      for (const device of ['lo', 'eth0']) await namespace.#ip('link', 'set', device, 'up')
      return namespace
    } catch (error) {
      await end(holder)
      throw error instanceof CommandFailed ? impossible(error.output, error) : error
    }
  }

  /** From now on nothing comes out or in, and nobody is told: packets vanish, and connections stay open. */
  async cut(): Promise<void> {
    await this.#ip('route', 'add', 'blackhole', this.host)
    await this.#ip('route', 'replace', 'blackhole', this.address, 'table', 'local')
  }

  /** To be called when what ran inside has ended. */
  async close(): Promise<void> {
    await runCommand('ip', ['link', 'delete', this.#cable])
    await end(this.#holder)
  }

  /** Inside. */
  async #ip(...args: readonly string[]): Promise<void> {
    const [command = '', ...before] = this.within
    await runCommand(command, [...before, 'ip', ...args])
  }
}

/** A process that holds a namespace open until its input ends, as it does when we end. */
async function startHolder(): Promise<ChildProcess> {
  const holder = spawn('unshare', ['--net', 'cat'], { stdio: ['pipe', 'pipe', 'pipe'] })
  let complaint = ''
  holder.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text
  })
  // Where none can be made it ends at once, before or after it is written to: `close` says so, and `complaint` why.
  holder.stdin.on('error', () => {})
  holder.stdin.write('ready\n')
  const isInside = await Promise.race([
    // Its echo.
    once(holder.stdout, 'data').then(() => true),
    once(holder, 'close').then(() => false),
  ])
  if (!isInside) throw impossible(complaint)
  return holder
}

/** A pair of devices, one here, one in the namespace. Its name is unique on this machine, and so are the addresses that go with it. */
async function layCable({ pid }: ChildProcess): Promise<{ subnet: number; cable: string }> {
  for (let tries = 1; ; tries += 1) {
    const subnet = Math.floor(Math.random() * SUBNETS)
    const cable = `essaim${subnet}`
    try {
      const peer = ['peer', 'name', 'eth0', 'netns', String(pid)]
      await runCommand('ip', ['link', 'add', cable, 'type', 'veth', ...peer])
      return { subnet, cable }
    } catch (error) {
      const isTaken = error instanceof CommandFailed && error.output.includes('File exists')
      if (!isTaken || tries === TRIES) throw error
    }
  }
}

const enter = ({ pid }: ChildProcess): string[] => ['nsenter', `--net=/proc/${pid}/ns/net`]

function addressIn(subnet: number, host: number): string {
  const last = subnet * 4 + host
  return `198.${18 + (last >> 16)}.${(last >> 8) & 255}.${last & 255}`
}

async function end(holder: ChildProcess): Promise<void> {
  holder.stdin?.end()
  if (holder.exitCode === null) await once(holder, 'close')
}

const impossible = (said: string, cause?: unknown): Problem =>
  new Problem(
    `no network namespace can be made here (${said.trim() || 'no reason given'}): to cut the network of a node, this needs Linux and root's rights to its network (CAP_SYS_ADMIN, CAP_NET_ADMIN).`,
    { cause },
  )
