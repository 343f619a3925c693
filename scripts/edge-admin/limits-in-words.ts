import type { LendingLimits } from '../../protocol/node-edge/events.ts'

export const BITS_PER_MBIT = 1_000_000
export const BYTES_PER_GB = 1_000_000_000

/** What a lender lends at most, in the units that they said it in; `all` where there is no limit. */
export function limitsInWords({ bitsPerSecond, bytesPerMonth, rooms, people, hours }: LendingLimits): string {
  const parts = [
    bitsPerSecond === null ? [] : [`${bitsPerSecond / BITS_PER_MBIT} Mbit/s`],
    bytesPerMonth === null ? [] : [`${bytesPerMonth / BYTES_PER_GB} GB a month`],
    rooms === null ? [] : [`${rooms} rooms`],
    people === null ? [] : [`${people} people`],
    hours === null ? [] : [`${hours.map(({ from, to }) => `${clock(from)}-${clock(to)}`).join(' and ')} UTC`],
  ].flat()
  return parts.join(', ') || 'all'
}

/** An hour of the day with its minutes, as 18:30. */
function clock(hour: number): string {
  const minutes = Math.round(hour * 60)
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
}
