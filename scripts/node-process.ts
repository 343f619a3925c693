import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { NodePrivateKey } from '../protocol/node-edge/keys.ts'
import { PINNED_NODE, ROOT } from './setup/places.mjs'

export interface NodeProcessOptions {
  /** The edge that the node dials. */
  edge: string
  /** Given to the node in its environment: everybody on a machine can read a process's arguments. */
  key: NodePrivateKey
  id: string
  region?: string
  /** The IP address that browsers are told. */
  announce?: string
  /** The IP address that the media ports are bound to. */
  listen?: string
  /** The first media port: worker i takes `mediaPort + i`, for UDP and TCP. */
  mediaPort?: number
  workers?: number
  /** What goes before the command, where the node is to run in a network of its own. */
  within?: readonly string[]
  /** More options of the node, as on its command line. */
  further?: readonly string[]
  /** What it waits for, in a test that would have to wait as long: a JSON object (sfu-node/cli/timings.ts). */
  shorterWaits?: string
  /** Hears each line of the node's log. */
  onLog?: (line: NodeLogLine) => void
}

/** A line of the node's log: see sfu-node/shared/log.ts. */
export interface NodeLogLine {
  readonly event: string
  readonly level?: string
  readonly [field: string]: unknown
}

export interface NodeExit {
  /** null when a signal ended it. */
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

export interface NodeProcess {
  readonly pid: number | undefined
  /** Fulfils when the process has ended, however it did. */
  readonly exited: Promise<NodeExit>
  kill(signal?: NodeJS.Signals): void
  /** Ends it without a drain, and by force when it takes longer than `graceMs`. */
  stop(graceMs?: number): Promise<NodeExit>
}

/** Starts an SFU node as a process of its own on the pinned Node. It ends with us, whatever ends us. */
export function startNode(options: NodeProcessOptions): NodeProcess {
  const [command = PINNED_NODE, ...args] = [
    ...[...(options.within ?? []), PINNED_NODE],
    ...['--import', path.join(ROOT, 'scripts/end-with-parent.ts')],
    ...[path.join(ROOT, 'sfu-node/main.ts'), 'run'],
    ...nodeArguments(options),
  ]
  const child = spawn(command, args, {
    env: {
      ...process.env,
      ESSAIM_NODE_KEY: options.key,
      ...(options.shorterWaits !== undefined && { ESSAIM_SHORTER_WAITS: options.shorterWaits }),
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const { promise: exited, resolve, reject } = Promise.withResolvers<NodeExit>()
  child.once('error', reject)
  child.once('exit', (code, signal) => resolve({ code, signal }))
  if (child.stdout) {
    createInterface({ input: child.stdout }).on('line', (line) => options.onLog?.(readLogLine(line)))
  }
  return {
    pid: child.pid,
    exited,
    kill: (signal = 'SIGTERM') => void child.kill(signal),
    stop: async (graceMs = 5_000) => {
      // At once: there is nobody to move to.
      child.kill('SIGINT')
      const force = setTimeout(() => child.kill('SIGKILL'), graceMs)
      return exited.finally(() => clearTimeout(force))
    },
  }
}

/** The command line of sfu-node/main.ts; what is not given is the node's to choose. */
function nodeArguments({
  edge,
  id,
  region,
  announce,
  listen,
  mediaPort,
  workers,
  further = [],
}: NodeProcessOptions): string[] {
  const given = { edge, id, region, announce, listen, 'media-port': mediaPort, workers }
  const named = Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, String(value)],
  )
  return [...named, ...further]
}

/** What is not a line of the log (a warning of Node's own, say) is shown as one. */
function readLogLine(line: string): NodeLogLine {
  try {
    const read: unknown = JSON.parse(line)
    if (isLogLine(read)) return read
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  return { event: 'unreadable-line', level: 'warn', line }
}

function isLogLine(read: unknown): read is NodeLogLine {
  return typeof read === 'object' && read !== null && 'event' in read && typeof read.event === 'string'
}
