import * as v from 'valibot'
import { Site } from '../../protocol/http/site.ts'
import type { Env } from '../env.ts'
import { log } from '../log.ts'
import { Misconfigured } from '../misconfigured.ts'

/** What the operator says of themselves, as text in the Worker's environment. */
export interface SiteEnv {
  readonly OPERATOR_NAME?: string
  /** A mail address, or that of a page. */
  readonly OPERATOR_CONTACT?: string
  /** Where the source of what runs here is, where it is not what is packed beside the page. */
  readonly SOURCE_URL?: string
  /** Their page about privacy, and about themselves. */
  readonly LEGAL_URL?: string
}

const VARIABLES = {
  operator: 'OPERATOR_NAME',
  contact: 'OPERATOR_CONTACT',
  source: 'SOURCE_URL',
  legal: 'LEGAL_URL',
} as const satisfies Record<keyof Site, keyof SiteEnv>

/** What visitors are told of whoever runs this edge. Throws `Misconfigured`, which names the variable. */
export function siteOf(env: SiteEnv): Site {
  const said = Object.entries(VARIABLES).map(([what, variable]) => [what, env[variable]?.trim() || null])
  const read = v.safeParse(Site, Object.fromEntries(said))
  if (read.success) return read.output
  const [{ path, message }] = read.issues
  const variable = Object.entries(VARIABLES).find(([what]) => what === path?.[0]?.key)?.[1]
  throw new Misconfigured(`${variable} ${message}`)
}

/** Whether anybody is told who runs this edge, or how to reach them. */
const isNamed = ({ operator, contact }: Site): boolean => operator !== null || contact !== null

const LOOPBACK = /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\])$/

/** Whether a page at that address is seen on its own machine alone. */
export const isOnLoopback = ({ hostname }: URL): boolean => LOOPBACK.test(hostname)

let toldUnnamed = false

/** Says once, in the log, where visitors are not told whose site this is; `npm start` says it at the terminal. */
export function warnUnnamed(env: Pick<Env, 'FRONT_DOOR_KEY'>, site: Site, url: URL): void {
  if (toldUnnamed || isNamed(site) || isOnLoopback(url) || env.FRONT_DOOR_KEY !== undefined) return
  toldUnnamed = true
  log.warn('operator-unnamed', { set: 'OPERATOR_NAME, OPERATOR_CONTACT' })
}
