import type { ListedNode } from '../../protocol/lending.ts'
import { BITS_PER_MBIT, BYTES_PER_GB, limitsInWords } from './limits-in-words.ts'

const HEADINGS = [
  'NODE',
  'STANDS',
  'ROOMS',
  'PEOPLE',
  'MBIT/S',
  'GB/MONTH',
  'TAKES ROOMS',
  'LENT BY',
  'LENDS AT MOST',
  'WHY',
]

/** All nodes in columns, for people to read. */
export function nodeTable(nodes: readonly ListedNode[]): string {
  const rows = [HEADINGS, ...nodes.map(rowOf)]
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
  return lines.map((line) => line.trimEnd()).join('\n')
}

function rowOf({ node, standing, reason, lender, connected }: ListedNode): string[] {
  const load = connected?.load
  const takes = standing === 'active' && connected?.notAccepting === null
  return [
    node,
    standing,
    String(load?.rooms ?? '-'),
    String(load?.people ?? '-'),
    load ? (load.bitsPerSecond / BITS_PER_MBIT).toFixed(1) : '-',
    load ? (load.bytesThisMonth / BYTES_PER_GB).toFixed(1) : '-',
    connected ? (takes ? 'yes' : `no${limitOf(connected.notAccepting)}`) : 'away',
    lender ? [lender.name, lender.place].filter((part) => part !== null).join(', ') : 'operator',
    connected ? limitsInWords(connected.limits) : '-',
    reason ?? '',
  ]
}

const limitOf = (limit: string | null): string => (limit === null ? '' : ` (${limit})`)
