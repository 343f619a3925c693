import * as v from 'valibot'
import { TURN_CREDENTIAL_TTL_MAX_MS, TURN_CREDENTIAL_TTL_MS } from '../../protocol/limits.ts'
import { IceServer } from '../../protocol/media/transport.ts'
import { Misconfigured } from '../misconfigured.ts'
import { cloudflare } from './cloudflare.ts'
import { coturn } from './coturn.ts'
import type { TurnBudgets } from './turn-level.ts'
import type { TurnProvider } from './turn-provider.ts'

/** What the operator says of TURN, as text in the Worker's environment. */
export interface TurnEnv {
  /** `none` (also where it is not given), `list`, `coturn` or `cloudflare`. */
  readonly TURN_PROVIDER?: string
  /** `list`: a JSON list of ICE servers, as RTCPeerConnection takes them. */
  readonly TURN_SERVERS?: string
  /** `coturn`: its addresses (RFC 7065), separated by commas. */
  readonly TURN_URLS?: string
  /** `coturn`: its `static-auth-secret`. */
  readonly TURN_SECRET?: string
  /** `cloudflare`: the TURN key's id, and its API token. */
  readonly TURN_KEY_ID?: string
  readonly TURN_KEY_API_TOKEN?: string
  /** `cloudflare`: where its API is, if not where it always is. */
  readonly TURN_API_URL?: string
  /** How long credentials hold, in seconds. */
  readonly TURN_TTL_SECONDS?: string
  /** How much may be relayed of one room while it lives, and of all rooms in a month (UTC), in GB; without limit if not given. */
  readonly TURN_ROOM_BUDGET_GB?: string
  readonly TURN_MONTH_BUDGET_GB?: string
}

// Messages of our own: those of the schemas quote what they were given, and that may be a secret.
const text = v.pipe(v.string(), v.minLength(1, 'is empty'))
const turnUrl = v.pipe(
  v.string(),
  v.regex(/^(stuns?|turns?):[^\s,]+$/, 'has what is no STUN or TURN address'),
)

const Urls = v.pipe(
  text,
  v.transform((list) => list.split(/[\s,]+/).filter((url) => url !== '')),
  v.pipe(v.array(turnUrl), v.minLength(1, 'is empty'), v.maxLength(8, 'has more than 8 addresses')),
)

const ServerList = v.array(
  v.object({ ...IceServer.entries, urls: v.pipe(IceServer.entries.urls, v.array(turnUrl)) }),
)
const Servers = v.pipe(
  text,
  v.parseJson(undefined, 'is no JSON'),
  v.custom<IceServer[]>((list) => v.is(ServerList, list), 'is no list of ICE servers'),
)

const MIN_TTL_S = 10
const Ttl = v.pipe(
  v.optional(v.string(), String(TURN_CREDENTIAL_TTL_MS / 1_000)),
  v.regex(/^\d{1,9}$/, 'is no number of seconds'),
  v.transform((seconds) => Number(seconds) * 1_000),
  v.minValue(MIN_TTL_S * 1_000, `is less than ${MIN_TTL_S}`),
  v.maxValue(TURN_CREDENTIAL_TTL_MAX_MS, 'is more than 48 hours'),
)

const ApiUrl = v.pipe(
  v.optional(v.string(), 'https://rtc.live.cloudflare.com'),
  v.url('is no address'),
  v.transform((url) => url.replace(/\/+$/, '')),
)

const TurnConfig = v.variant(
  'TURN_PROVIDER',
  [
    v.object({ TURN_PROVIDER: v.literal('none') }),
    v.object({ TURN_PROVIDER: v.literal('list'), TURN_SERVERS: Servers }),
    v.object({
      TURN_PROVIDER: v.literal('coturn'),
      TURN_URLS: Urls,
      TURN_SECRET: text,
      TURN_TTL_SECONDS: Ttl,
    }),
    v.object({
      TURN_PROVIDER: v.literal('cloudflare'),
      TURN_KEY_ID: text,
      TURN_KEY_API_TOKEN: text,
      TURN_API_URL: ApiUrl,
      TURN_TTL_SECONDS: Ttl,
    }),
  ],
  'is none of none, list, coturn and cloudflare',
)

const BYTES_PER_GB = 1_000_000_000

const Budget = v.pipe(
  v.optional(v.string(), ''),
  v.regex(/^(\d{1,9}(\.\d{1,9})?)?$/, 'is no number of GB'),
  v.transform((gb) => (gb === '' ? null : Math.round(Number(gb) * BYTES_PER_GB))),
  v.check((bytes) => bytes !== 0, 'is nothing: without TURN, TURN_PROVIDER is none'),
)

const BudgetConfig = v.object({ TURN_ROOM_BUDGET_GB: Budget, TURN_MONTH_BUDGET_GB: Budget })

/** How much the operator lets through TURN servers. Throws as `turnProvider` does. */
export function turnBudgets(env: TurnEnv): TurnBudgets {
  const { TURN_ROOM_BUDGET_GB: room, TURN_MONTH_BUDGET_GB: month } = readConfig(BudgetConfig, env)
  return { room, month }
}

function readConfig<Schema extends v.GenericSchema>(schema: Schema, env: TurnEnv): v.InferOutput<Schema> {
  const read = v.safeParse(schema, env)
  if (read.success) return read.output
  const complaints = read.issues.map(
    ({ path, input, message }) => `${String(path?.[0]?.key)} ${input === undefined ? 'is missing' : message}`,
  )
  throw new Misconfigured(`TURN cannot be used as configured: ${complaints.join('; ')}`)
}

/** The same servers for everybody, for ever; with an empty list, none. */
const fixedList = (name: 'none' | 'list', servers: readonly IceServer[]): TurnProvider => ({
  name,
  grant: async () => ({ servers, until: null, usernames: [] }),
  revoke: async () => {},
})

/**
 * The provider that the operator has chosen. Throws where what they say makes no sense, naming the variable and never
 * its value.
 */
export function turnProvider(env: TurnEnv): TurnProvider {
  const config = readConfig(TurnConfig, { ...env, TURN_PROVIDER: env.TURN_PROVIDER || 'none' })
  switch (config.TURN_PROVIDER) {
    case 'none':
      return fixedList('none', [])
    case 'list':
      return fixedList('list', config.TURN_SERVERS)
    case 'coturn':
      return coturn({
        urls: config.TURN_URLS,
        secret: config.TURN_SECRET,
        ttlMs: config.TURN_TTL_SECONDS,
      })
    case 'cloudflare':
      return cloudflare({
        keyId: config.TURN_KEY_ID,
        apiToken: config.TURN_KEY_API_TOKEN,
        apiUrl: config.TURN_API_URL,
        ttlMs: config.TURN_TTL_SECONDS,
      })
    default:
      return config satisfies never
  }
}
