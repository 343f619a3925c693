import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePorts } from '../../../scripts/network/held-ports.ts'
import { ensureTurnServer } from '../../../scripts/setup/programs/turn-server.mjs'

const PATIENCE_MS = 30_000

/** A real coturn on loopback, with a secret of its own, UDP and TCP on one port. */
export class TurnServer {
  readonly secret = 'a secret for tests'
  readonly port: number
  readonly #process: ChildProcess
  readonly #folder: string

  private constructor(port: number, process: ChildProcess, folder: string) {
    this.port = port
    this.#process = process
    this.#folder = folder
  }

  /** @param options - `relayIp` is the address that it relays from: 127.0.0.1 when not given. */
  static async open({ relayIp = '127.0.0.1' }: { relayIp?: string } = {}): Promise<TurnServer> {
    const program = await ensureTurnServer()
    const folder = await mkdtemp(path.join(os.tmpdir(), 'essaim-turn-'))
    const port = await freePorts(1)
    const options = [
      '-n',
      '--listening-ip=127.0.0.1',
      `--listening-port=${port}`,
      `--relay-ip=${relayIp}`,
      // The node is on loopback here, where coturn relays nothing by itself.
      '--allow-loopback-peers',
      '--no-cli',
      '--use-auth-secret',
      '--static-auth-secret=a secret for tests',
      '--realm=essaim.test',
      '--no-tls',
      '--no-dtls',
      '--no-tcp-relay',
      '--log-file=stdout',
      `--pidfile=${path.join(folder, 'pid')}`,
      `--userdb=${path.join(folder, 'db')}`,
    ]
    const process = spawn(program, options, { stdio: 'ignore' })
    const server = new TurnServer(port, process, folder)
    await server.#untilItListens()
    return server
  }

  /** Its address, reached by UDP or by TCP (RFC 7065). */
  url(transport: 'udp' | 'tcp'): string {
    return `turn:127.0.0.1:${this.port}?transport=${transport}`
  }

  async close(): Promise<void> {
    if (this.#process.exitCode === null) {
      this.#process.kill()
      await once(this.#process, 'exit')
    }
    await rm(this.#folder, { recursive: true, force: true })
  }

  async #untilItListens(): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS
    while (!(await this.#answers())) {
      if (this.#process.exitCode !== null) throw new Error(`coturn ended with ${this.#process.exitCode}`)
      if (performance.now() > deadline) throw new Error('coturn does not listen')
      await pause(50)
    }
  }

  #answers(): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = connect(this.port, '127.0.0.1')
      const end = (answered: boolean) => () => {
        socket.destroy()
        resolve(answered)
      }
      socket.once('connect', end(true)).once('error', end(false))
    })
  }
}
