import { type Command, readCommand } from './command.ts'
import { join, type NodeOptions, remember } from './identity.ts'
import { log } from './log.ts'
import { MediaNode } from './media-node.ts'
import { serveMetrics } from './metrics-server.ts'
import { USAGE } from './options.ts'
import { EXIT_CODES, Problem } from './problem.ts'

/** Ends the process with a sentence; the workers end with it, as their pipes to it are cut. */
function fail(error: unknown): never {
  if (error instanceof Problem) {
    process.stderr.write(`${error.message}\n`)
    process.exit(error.exitCode)
  }
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`The node failed unexpectedly: ${reason}\n`)
  process.exit(EXIT_CODES.failed)
}

/** Resolves at each signal of that name, once. */
const signalled = (name: NodeJS.Signals): Promise<NodeJS.Signals> =>
  new Promise((resolve) => process.once(name, resolve))

function measuring(node: MediaNode): () => Promise<string> {
  const metrics = node.metrics()
  return () => metrics.write()
}

/** Runs a node until it is asked to end: SIGTERM lets its rooms move first, SIGINT does not. Throws a Problem when it cannot start, or when the edge refuses it. */
async function run(options: NodeOptions): Promise<void> {
  // Listening comes first: a signal may come while the workers start.
  const [term, interrupt] = [signalled('SIGTERM'), signalled('SIGINT')]
  const { promise: refused, reject: refuse } = Promise.withResolvers<never>()
  const { promise: dismissed, resolve: dismiss } = Promise.withResolvers<'drain'>()
  const starting = MediaNode.start(options, {
    onGivenUp: (error) =>
      refuse(
        new Problem(EXIT_CODES.refused, `The edge refuses this node (${error.code}): ${error.message}.`),
      ),
    onDrain: () => dismiss('drain'),
  })
  const node = await Promise.race([starting, term, interrupt])
  // What was started so far ends with this process.
  if (typeof node === 'string') return
  log.info('node-started', { node: options.id, workers: options.workers, port: options.mediaPort })
  try {
    if (options.metricsPort !== null) await serveMetrics(options.metricsPort, measuring(node))
    const reason = await Promise.race([term, interrupt, dismissed, refused])
    log.info('node-stopping', { reason })
    if (reason !== 'SIGINT') await Promise.race([node.drain(), interrupt, refused])
  } finally {
    await node.close()
  }
}

async function obey(command: Command): Promise<void> {
  switch (command.command) {
    case 'help':
      process.stdout.write(USAGE)
      return
    case 'join':
      // Standard output is the log's alone.
      return run(await join(command, (line) => void process.stderr.write(`${line}\n`)))
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
