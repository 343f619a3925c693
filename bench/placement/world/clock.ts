/** When the simulated day begins: midnight in UTC (ms since the epoch). */
export const DAY_BEGINS = Date.UTC(2026, 10, 17)
export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** Loads are looked at in the busy hours: at night every choice is good. */
export const BUSY_FROM = DAY_BEGINS + 8 * HOUR_MS
export const BUSY_TO = DAY_BEGINS + 18 * HOUR_MS
export const LOOK_EVERY_MS = 10 * MINUTE_MS
