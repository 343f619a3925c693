import { availableParallelism } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { defaultAnnounce, isLoopback } from '../network/local-address.ts'
import { ROOT } from '../setup/places.mjs'
import { Problem } from '../setup/problem.mjs'

export const USAGE = `Usage: npm start -- [options]

Runs Essaim on this machine: the edge with its page, and one node that carries the media.

  --port N         the port of the page (default: 8787)
  --host IP        the address that the page is served on (default: 127.0.0.1; 0.0.0.0 for all)
  --behind-proxy   a web server stands before it, and says in CF-Connecting-IP whose each request is
  --media-port N   the first media port, UDP and TCP; each further core takes the next (default: 40000)
  --announce IP    the address that browsers send media to (default: that of --host, or the machine's own)
  --data FOLDER    where the edge keeps what must outlive it (default: data, in the checkout)
  --no-node        the edge alone: nodes that run beside it go on when it ends, and dial in again
  --no-open        do not open the browser
  --help           this text
`

export interface ServeOptions {
  readonly port: number
  readonly host: string
  /** Whether all requests come through a web server that says whose they are. */
  readonly behindProxy: boolean
  readonly mediaPort: number
  readonly announce: string
  /** The address of all media ports: this machine's own where nobody else is told to come; a wildcard is of both families. */
  readonly mediaListen: string
  readonly dataDir: string
  readonly open: boolean
  /** Whether a node starts with it. */
  readonly node: boolean
  /** Media workers, one to a core, each with a media port. */
  readonly workers: number
}

const ANY_PORT = 'must be a port, 0 to 65535 (0 takes any that is free)'
const MEDIA_PORT = 'must be a port, 1 to 65535'

/** A number in an argument, which is text. */
const port = (lowest: number, complaint: string) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,5}$/, complaint),
    v.transform(Number),
    v.minValue(lowest, complaint),
    v.maxValue(65_535, complaint),
  )

const Host = v.pipe(
  v.string(),
  // Browsers treat the name and the number alike; workerd and the port check want the number.
  v.transform((host) => (host === 'localhost' ? '127.0.0.1' : host)),
  v.ip('must be an IP address, such as 127.0.0.1 or 0.0.0.0'),
)

const Options = v.object({
  port: v.optional(port(0, ANY_PORT), '8787'),
  host: v.optional(Host, '127.0.0.1'),
  'media-port': v.optional(port(1, MEDIA_PORT), '40000'),
  announce: v.optional(v.pipe(v.string(), v.ip('must be an IP address that browsers can reach'))),
  data: v.optional(v.pipe(v.string(), v.nonEmpty('must be a folder')), path.join(ROOT, 'data')),
  'behind-proxy': v.optional(v.boolean(), false),
  'no-node': v.optional(v.boolean(), false),
  'no-open': v.optional(v.boolean(), false),
})

/**
 * Reads the command line of `npm start`; 'help' when the person asks for that.
 * Throws a Problem with exit code 2 and a sentence that names the option.
 */
export function readServeOptions(args: readonly string[]): ServeOptions | 'help' {
  const { help, ...given } = splitArguments(args)
  if (help) return 'help'
  const outcome = v.safeParse(Options, given, { abortEarly: true })
  if (!outcome.success) {
    const [issue] = outcome.issues
    throw new Problem(`--${v.getDotPath(issue) ?? 'option'} ${issue.message}.`, { exitCode: 2 })
  }
  const { host, data, ...rest } = outcome.output
  const workers = availableParallelism()
  if (rest['media-port'] + workers - 1 > 65_535) {
    throw new Problem(`--media-port leaves no room below 65536 for ${workers} ports, one a core.`, {
      exitCode: 2,
    })
  }
  const announce = rest.announce ?? defaultAnnounce(host, rest['behind-proxy'])
  return {
    host,
    workers,
    port: rest.port,
    behindProxy: rest['behind-proxy'],
    mediaPort: rest['media-port'],
    announce,
    mediaListen: isLoopback(announce) ? announce : '0.0.0.0',
    dataDir: path.resolve(data),
    open: !rest['no-open'],
    node: !rest['no-node'],
  }
}

function splitArguments(args: readonly string[]) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: text,
        host: text,
        'media-port': text,
        announce: text,
        data: text,
        'behind-proxy': flag,
        'no-node': flag,
        'no-open': flag,
        help: flag,
      },
    }).values
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Problem(`${reason}. See npm start -- --help.`, { exitCode: 2, cause })
  }
}
