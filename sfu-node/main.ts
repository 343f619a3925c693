import type { Server } from 'node:http'
import { NODE_EDGE } from '../protocol/version.ts'
import { type Command, readCommand } from './cli/command.ts'
import { join, type NodeOptions, remember } from './cli/identity.ts'
import { USAGE } from './cli/options.ts'
import { readTimings } from './cli/timings.ts'
import { MediaNode } from './media-node.ts'
import { serveMetrics } from './metrics/metrics-server.ts'
import { PublicAddresses } from './reachability/public-addresses.ts'
import { ReachabilityNotice } from './reachability/reachability-notice.ts'
import { EXIT_CODES, ExitError } from './shared/exit-error.ts'
import { log } from './shared/log.ts'

/** Ends the process with a sentence; the workers end with it, as their pipes to it are cut. */
function fail(error: unknown): never {
  if (error instanceof ExitError) {
    process.stderr.write(`${error.message}\n`)
    process.exit(error.exitCode)
  }
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`The node failed unexpectedly: ${reason}\n`)
  process.exit(EXIT_CODES.failed)
}

/** What the person at the terminal reads: standard output is the log's alone. */
const say = (line: string): void => void process.stderr.write(`${line}\n`)

/** Resolves at each signal of that name, once. */
const signalled = (name: NodeJS.Signals): Promise<NodeJS.Signals> =>
  new Promise((resolve) => process.once(name, resolve))

/** Does it the first time that it is called: what is to be said to a person is said once. */
function once<Said>(does: (said: Said) => void): (said: Said) => void {
  let isDone = false
  return (said) => {
    if (!isDone) does(said)
    isDone = true
  }
}

function measuring(node: MediaNode): () => Promise<string> {
  const metrics = node.metrics()
  return () => metrics.write()
}

interface Signals {
  readonly term: Promise<NodeJS.Signals>
  readonly interrupt: Promise<NodeJS.Signals>
}

/** Runs a node until it is asked to end: SIGTERM lets its rooms move first, SIGINT does not. Throws an ExitError when it cannot start, or when the edge refuses it. */
async function run(options: NodeOptions): Promise<void> {
  // Listening comes first: a signal may come while the workers start.
  const signals = { term: signalled('SIGTERM'), interrupt: signalled('SIGINT') }
  let reason = await live(options, signals)
  // What there is was announced where nobody reaches it any more: another life begins, and rooms are placed anew.
  while (reason === 'address-changed') reason = await live(options, signals)
}

/** One life of a node; answers why it ended. Throws as `run` does. */
async function live(options: NodeOptions, { term, interrupt }: Signals): Promise<string> {
  const addresses = new PublicAddresses(options.edge)
  const announce = await Promise.race([announced(options, addresses), term, interrupt])
  if (typeof announce === 'string') return announce
  const { promise: refused, reject: refuse } = Promise.withResolvers<never>()
  const { promise: dismissed, resolve: dismiss } = Promise.withResolvers<'drain' | 'address-changed'>()
  const notice = new ReachabilityNotice(say)
  const starting = MediaNode.start(
    { ...options, announce, timings: readTimings(process.env) },
    {
      onReconnected: async () => {
        const found = options.announce === null ? await addresses.replacementOf(announce) : null
        if (found !== null) dismiss('address-changed')
      },
      onOtherVersion: once((error) =>
        say(
          `No rooms come: ${error.message}. Update this node, which speaks version ${NODE_EDGE.newest} of the protocol, as it was installed (sfu-node/deploy/README.md), and start it again. If the edge is the older one, wait: the node dials it again by itself.`,
        ),
      ),
      onGivenUp: (error) =>
        refuse(
          new ExitError(EXIT_CODES.refused, `The edge refuses this node (${error.code}): ${error.message}.`),
        ),
      onDrain: () => dismiss('drain'),
      onCheckTicket: (ticket) => notice.askForPage(options.edge, ticket),
      onReachability: (reachability) => notice.tell(reachability),
    },
  )
  const node = await Promise.race([starting, term, interrupt])
  // What was started so far ends with this process.
  if (typeof node === 'string') return node
  log.info('node-started', { node: options.id, workers: options.workers, port: options.mediaPort, announce })
  let metrics: Server | undefined
  try {
    if (options.metricsPort !== null) metrics = await serveMetrics(options.metricsPort, measuring(node))
    const reason = await Promise.race([term, interrupt, dismissed, refused])
    log.info('node-stopping', { reason })
    if (reason === 'SIGTERM' || reason === 'drain') await Promise.race([node.drain(), interrupt, refused])
    return reason
  } finally {
    metrics?.close()
    await node.close()
  }
}

/** What browsers are told: what the lender said, else what is found; of a NAT the person is told what it has to do. */
async function announced(options: NodeOptions, addresses: PublicAddresses): Promise<readonly string[]> {
  if (options.announce !== null) return options.announce
  const found = await addresses.findInTheEnd()
  const translated = found.find((address) => addresses.isTranslated(address))
  if (translated !== undefined) {
    const { mediaPort, workers, pipePorts } = options
    const media = `${mediaPort}-${mediaPort + workers - 1}`
    say(
      `This machine is reached at ${translated}, which none of its interfaces has (NAT): let the router forward UDP and TCP ${media} and UDP ${pipePorts.from}-${pipePorts.to} to it, all ports unchanged.`,
    )
  }
  return found
}

async function obey(command: Command): Promise<void> {
  switch (command.command) {
    case 'help':
      process.stdout.write(USAGE)
      return
    case 'join':
      return run(await join(command, say))
    case 'run':
      return run(await remember(command))
    default:
      command satisfies never
  }
}

// Who read our log is gone, and most likely who started us: a node that nobody watches must not hold its ports.
process.stdout.once('error', () => process.exit(EXIT_CODES.failed))

try {
  const command = readCommand(process.argv.slice(2), process.env)
  // Worker processes inherit the environment, and need no key.
  Reflect.deleteProperty(process.env, 'ESSAIM_NODE_KEY')
  await obey(command)
  process.exit(0)
} catch (error) {
  fail(error)
}
