/** Times as the fields of a form write them (HTML, "local date and time string"), in the reader's own time zone. */

const twoDigits = (value: number): string => String(value).padStart(2, '0')

export const toLocalField = (ms: number): string => {
  const date = new Date(ms)
  const day = [date.getFullYear(), twoDigits(date.getMonth() + 1), twoDigits(date.getDate())].join('-')
  return `${day}T${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`
}

/** The moment (ms since the epoch), or null where nothing sensible is written. */
export function fromLocalField(written: string): number | null {
  const ms = new Date(written).getTime()
  return Number.isNaN(ms) ? null : ms
}

const HOUR_MS = 60 * 60_000

/** The next full hour that is not about to begin. */
export const nextFullHour = (now: number): number => (Math.floor(now / HOUR_MS) + 2) * HOUR_MS
