import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ensureSoundServer } from '../../../scripts/setup/programs/sound-server.mjs'

const PATIENCE_MS = 10_000

/** A PulseAudio that plays into nothing, for browsers that have no sound without a sound output. */
export class SoundServer {
  readonly #process: ChildProcess
  readonly #folder: string
  readonly #socket: string

  private constructor(process: ChildProcess, folder: string, socket: string) {
    this.#process = process
    this.#folder = folder
    this.#socket = socket
  }

  static async open(): Promise<SoundServer> {
    const program = await ensureSoundServer()
    const folder = await mkdtemp(path.join(os.tmpdir(), 'essaim-sound-'))
    const socket = path.join(folder, 'socket')
    const modules = [
      `module-native-protocol-unix socket=${socket} auth-anonymous=1`,
      'module-null-sink sink_name=nothing',
    ]
    const options = ['-n', '--daemonize=no', '--exit-idle-time=-1', '--use-pid-file=no', '--disable-shm=yes']
    const child = spawn(program, [...options, ...modules.flatMap((module) => ['-L', module])], {
      stdio: 'ignore',
      env: { ...process.env, PULSE_RUNTIME_PATH: folder, PULSE_STATE_PATH: folder },
    })
    const server = new SoundServer(child, folder, socket)
    await server.#untilItListens()
    return server
  }

  /** As PULSE_SERVER names it. */
  get address(): string {
    return `unix:${this.#socket}`
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
    while (!existsSync(this.#socket)) {
      if (this.#process.exitCode !== null) throw new Error(`PulseAudio ended with ${this.#process.exitCode}`)
      if (performance.now() > deadline) throw new Error('PulseAudio does not listen')
      await pause(50)
    }
  }
}
