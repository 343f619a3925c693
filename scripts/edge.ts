import path from 'node:path'
import { build } from 'esbuild'
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare'
import { readEdgeConfig } from './edge-config.ts'
import { reachableHost, urlHost } from './local-address.ts'
import { ROOT } from './setup/places.mjs'

export interface EdgeOptions {
  /** The address to listen on; 127.0.0.1 when not given. */
  host?: string
  /** The port to listen on; any free one when not given. */
  port?: number
  /** Where the Durable Objects keep their storage; in memory when not given. */
  dataDir?: string
  /** Text bindings of the Worker, NODE_KEYS among them; they go before those of .dev.vars. */
  bindings?: Record<string, string>
  /** Hears what the Worker logs; what it warns of and fails with goes to standard error when not given. */
  onLog?: (line: EdgeLogLine) => void
  /** The configuration to run; the checkout's wrangler.toml when not given. */
  configPath?: string
}

interface EdgeLogLine {
  readonly level: string
  readonly message: string
}

export interface Edge {
  /** Where this machine reaches the edge, without a slash at the end. */
  url: string
  /** Ends workerd and all that it holds open. Idempotent. */
  stop(): Promise<void>
}

/** Runs the Worker on workerd, bound and dated as wrangler.toml says, with its page and the page's headers. */
export async function startEdge(options: EdgeOptions = {}): Promise<Edge> {
  const { host = '127.0.0.1', port = 0, dataDir, bindings = {} } = options
  const { main, workerOptions } = await readEdgeConfig(options.configPath ?? path.join(ROOT, 'wrangler.toml'))
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      ...workerOptions,
      name: 'essaim',
      modules: [{ type: 'ESModule', path: 'worker.js', contents: await bundle(main) }],
      bindings: Object.assign({}, workerOptions['bindings'], bindings),
      host,
      port,
      // Nothing is looked up outside: where a visitor comes from is only known at Cloudflare's.
      cf: false,
      telemetry: { enabled: false },
      log: new Log(LogLevel.ERROR),
      handleStructuredLogs: options.onLog ?? showTrouble,
      ...(dataDir === undefined ? {} : { resourcePersistencePath: dataDir }),
    }),
  )
  const { port: boundPort } = await miniflare.ready
  let stopped: Promise<void> | undefined
  return {
    url: `http://${urlHost(reachableHost(host))}:${boundPort}`,
    stop: () => {
      stopped ??= miniflare.dispose()
      return stopped
    },
  }
}

/** The Worker as one ES module. */
async function bundle(main: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [main],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2024',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['cloudflare:*'],
    sourcemap: 'inline',
    logLevel: 'error',
  })
  const [module] = outputFiles
  if (!module) throw new Error(`esbuild made nothing of ${main}`)
  return module.text
}

function showTrouble({ level, message }: EdgeLogLine): void {
  if (level === 'warn' || level === 'error') console.error(message)
}
