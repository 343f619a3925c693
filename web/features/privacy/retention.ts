import {
  CROWD_TRIES_PER_SECOND,
  DOOR_KEPT_MS,
  EMPTY_ROOM_GRACE_MS,
  KEPT_NAMES_BURST,
  KEPT_NAMES_PER_DAY,
  MAX_CROWD_WAIT_MS,
  ROOM_TRIES_BURST,
  TURN_CREDENTIAL_TTL_MS,
} from '../../../protocol/limits.ts'

const SECOND_MS = 1_000
const HOUR_MS = 3_600 * SECOND_MS
const DAY_MS = 24 * HOUR_MS

/** For how long databases can be brought back as they were (Cloudflare, Durable Objects, "Point in time recovery", 2026). */
const CLOUDFLARE_RECOVERY_DAYS = 30

/** How long something is kept, in whole units, rounded up: as the edge itself reckons with it. */
export const RETENTION = {
  /** Of an empty room. */
  roomSeconds: Math.ceil(EMPTY_ROOM_GRACE_MS / SECOND_MS),
  /** Of a door that somebody owns. */
  doorDays: Math.ceil(DOOR_KEPT_MS / DAY_MS),
  /** Of who guessed a password, where all together guessed as often as counts. */
  guessMinutes: Math.ceil((ROOM_TRIES_BURST / CROWD_TRIES_PER_SECOND + MAX_CROWD_WAIT_MS / SECOND_MS) / 60),
  /** Of who had as many names kept as one may. */
  ownerDays: Math.ceil(KEPT_NAMES_BURST / KEPT_NAMES_PER_DAY),
  relayHours: Math.ceil(TURN_CREDENTIAL_TTL_MS / HOUR_MS),
  recoveryDays: CLOUDFLARE_RECOVERY_DAYS,
} as const
export type Retention = { readonly [Time in keyof typeof RETENTION]: number }
