import path from 'node:path'
import { build } from 'esbuild'
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare'
import * as v from 'valibot'
import { randomBase64url } from '../../protocol/base64url.ts'
import { OriginList } from '../../protocol/http/origins.ts'
import { FrontDoor, type FrontDoorOptions } from '../front/front-door.ts'
import { FRONT_LIMITS, type FrontLimits } from '../front/limits.ts'
import { reachableHost, urlHost } from '../network/local-address.ts'
import { ROOT } from '../setup/places.mjs'
import { keepSwept, sweepAtRest } from './data-sweep.ts'
import { type EdgeConfig, readEdgeConfig } from './edge-config.ts'
import { roomKey } from './room-key.ts'

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
  /** Whether a web server stands before it, which sets `CF-Connecting-IP` itself. */
  behindProxy?: boolean
  /** How often files of objects that are no more are looked for in `dataDir`, where it is not to be as usual (ms). */
  sweepMs?: number
  /** What the door lets through, where it is not to be as usual. */
  limits?: Partial<FrontLimits>
  /** The Worker's main module, and the folder of the built page; the checkout's when not given. */
  main?: string
  page?: string
}

export interface EdgeLogLine {
  readonly level: string
  readonly message: string
}

export interface Edge {
  /** Where this machine reaches the edge, without a slash at the end. */
  url: string
  /** Ends workerd and all that it holds open. Idempotent. */
  stop(): Promise<void>
}

/**
 * Runs the Worker on workerd, bound and dated as wrangler.toml says, with its page and the page's headers. workerd listens on
 * this machine alone, and the Worker takes nothing but what comes by the door, whatever else runs here.
 */
export async function startEdge(options: EdgeOptions = {}): Promise<Edge> {
  const { host = '127.0.0.1', port = 0, dataDir, behindProxy = false } = options
  const { main, workerOptions } = await readEdgeConfig(path.join(ROOT, 'wrangler.toml'))
  if (dataDir !== undefined) await sweepAtRest(dataDir)
  const durableObjects = withRoomKey(workerOptions, await roomKey(dataDir ?? null))
  const key = randomBase64url(32)
  const texts: Record<string, string> = { ...textBindings(workerOptions), ...options.bindings }
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      ...workerOptions,
      durableObjects,
      name: 'essaim',
      modules: [{ type: 'ESModule', path: 'worker.js', contents: await bundle(options.main ?? main) }],
      ...(options.page && {
        assets: Object.assign({}, workerOptions['assets'], { directory: options.page }),
      }),
      bindings: Object.assign({}, workerOptions['bindings'], texts, { FRONT_DOOR_KEY: key }),
      host: '127.0.0.1',
      port: 0,
      // Nothing is looked up outside: where a visitor comes from is only known at Cloudflare's.
      cf: false,
      telemetry: { enabled: false },
      log: new Log(LogLevel.ERROR),
      handleStructuredLogs: options.onLog ?? showTrouble,
      ...(dataDir === undefined ? {} : { resourcePersistencePath: dataDir }),
    }),
  )
  const inner = { port: Number((await miniflare.ready).port), key }
  const limits = { ...FRONT_LIMITS, ...options.limits }
  const hostnames = hostnamesOf(texts['ALLOWED_ORIGINS'])
  const door = await openDoor(miniflare, { host, port, inner, behindProxy, hostnames, limits })
  const endSweeping = dataDir === undefined ? async () => {} : keepSwept(dataDir, options.sweepMs)
  let stopped: Promise<void> | undefined
  return {
    url: `http://${urlHost(reachableHost(host))}:${door.port}`,
    stop: () => {
      // workerd first: it is not to take the end of its connections for nodes and people who go.
      stopped ??= Promise.all([miniflare.dispose(), endSweeping()]).then(() => door.close())
      return stopped
    },
  }
}

async function openDoor(miniflare: Miniflare, options: FrontDoorOptions): Promise<FrontDoor> {
  try {
    return await FrontDoor.open(options)
  } catch (error) {
    await miniflare.dispose()
    throw error
  }
}

/** What .dev.vars and wrangler.toml say, as far as it is text. */
export function textBindings({ bindings = {} }: { readonly bindings?: Readonly<Record<string, unknown>> }) {
  return v.parse(
    Texts,
    Object.fromEntries(Object.entries(bindings).filter(([, value]) => typeof value === 'string')),
  )
}

/** The Worker's objects, as Miniflare has them; rooms are numbered by that key. */
function withRoomKey({ durableObjects }: EdgeConfig['workerOptions'], unsafeUniqueKey: string) {
  const objects = v.parse(Objects, durableObjects)
  return { ...objects, ROOMS: { ...objects.ROOMS, unsafeUniqueKey } }
}

const OneObject = v.looseObject({ className: v.string(), useSQLite: v.literal(true) })
const Objects = v.objectWithRest({ ROOMS: OneObject }, OneObject)

const Texts = v.record(v.string(), v.string())

/** The names of the origins that the operator lists; a list that makes no sense is complained of by the Worker. */
function hostnamesOf(origins: string | undefined): ReadonlySet<string> {
  const listed = v.safeParse(OriginList, origins)
  const urls = listed.success ? listed.output.filter((origin) => origin !== 'null') : []
  return new Set(urls.map((origin) => new URL(origin).hostname))
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
