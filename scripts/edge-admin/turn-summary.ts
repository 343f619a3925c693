import type { TurnUsage } from '../../protocol/media/turn.ts'

const BYTES_PER_GB = 1_000_000_000

const MEANINGS = {
  all: 'Sound and picture go through.',
  'audio-only': 'Voices go through, pictures do not.',
  nothing: 'Nothing goes through any more.',
} as const satisfies Record<TurnUsage['level'], string>

/** How much went through TURN servers this month, and how much may, for people to read. */
export function turnSummary({ month, bytes, monthBudget, roomBudget, level }: TurnUsage): string {
  const share = monthBudget === null ? '' : ` (${((100 * bytes) / monthBudget).toFixed(0)} %)`
  return [
    `Relayed in ${month} (UTC): ${gigabytes(bytes)} of ${limit(monthBudget)}${share}. ${MEANINGS[level]}`,
    `A room may use ${limit(roomBudget)} while it lives.`,
  ].join('\n')
}

const gigabytes = (bytes: number): string => `${(bytes / BYTES_PER_GB).toFixed(3)} GB`
const limit = (bytes: number | null): string => (bytes === null ? 'any amount' : gigabytes(bytes))
