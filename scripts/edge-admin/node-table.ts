import type { ListedNode } from '../../protocol/http/lending.ts'
import type { Reachability } from '../../protocol/node-edge/port-check.ts'
import { isFailure, portSentence } from '../../protocol/node-edge/port-sentence.ts'
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

function rowOf({
  node,
  adminState,
  reason,
  reachability,
  lender,
  connected,
  unspoken,
}: ListedNode): string[] {
  const load = connected?.load
  const why = connected?.notAccepting ?? (reachability?.reachable === false ? 'not reachable' : null)
  const takes = adminState === 'active' && why === null
  return [
    node,
    adminState,
    String(load?.rooms ?? '-'),
    String(load?.people ?? '-'),
    load ? (load.bitsPerSecond / BITS_PER_MBIT).toFixed(1) : '-',
    load ? (load.bytesThisMonth / BYTES_PER_GB).toFixed(1) : '-',
    connected ? (takes ? 'yes' : `no${inBrackets(why)}`) : 'away',
    lender ? [lender.name, lender.place].filter((part) => part !== null).join(', ') : 'operator',
    connected ? limitsInWords(connected.limits) : '-',
    [reason, unspoken ? versionTrouble(unspoken) : null, connected && troublesOf(reachability)]
      .filter((part) => part !== null)
      .join('; '),
  ]
}

const inBrackets = (why: string | null): string => (why === null ? '' : ` (${why})`)

/** What is to be done about a node whose version the edge does not speak. */
function versionTrouble({ version, isNewer }: NonNullable<ListedNode['unspoken']>): string {
  if (isNewer) return `the edge has to be updated (the node speaks ${version})`
  return `has to be updated (speaks ${version ?? 'a version that cannot be read'})`
}

/** Which of its ports are not reached; null where nothing is wrong with them. */
function troublesOf(reachability: Reachability | null): string | null {
  if (!reachability) return null
  const [first, ...others] = reachability.ports.filter(isFailure)
  if (!first) return reachability.reachable ? null : 'its ports were not tried yet: that takes another node'
  const sentence = portSentence(first, reachability.ports)
  return others.length === 0 ? sentence : `${sentence} (and ${others.length} more)`
}
