import { expose, type Sample } from '../../protocol/http/exposition.ts'
import type { ListedNode } from '../../protocol/http/lending.ts'
import type { TurnUsage } from '../../protocol/media/turn.ts'
import type { NodeLoad } from '../../protocol/node-edge/events.ts'
import { EDGE_METRICS } from './metric-catalogue.ts'

/** What the directory knows that is measured. */
export interface Measured {
  /** Rooms with somebody in them, those of them with two at least, and everybody in them. */
  readonly present: { readonly rooms: number; readonly conferences: number; readonly people: number }
  /** What rooms have counted so far: see CountName. */
  readonly totals: readonly { readonly name: string; readonly total: number }[]
  /** What goes through TURN servers. */
  readonly turn: TurnUsage
  readonly nodes: readonly ListedNode[]
}

type ConnectedNode = ListedNode & { readonly connected: NonNullable<ListedNode['connected']> }

/** All that the edge measures, as Prometheus reads it. */
export function edgeMetrics({ present, totals, turn, nodes }: Measured): string {
  const total = (name: string): number => totals.find((count) => count.name === name)?.total ?? 0
  return expose(EDGE_METRICS, {
    essaim_edge_rooms: present.rooms,
    essaim_edge_conferences: present.conferences,
    essaim_edge_people: present.people,
    essaim_edge_conferences_total: total('conferences'),
    essaim_edge_people_total: total('people'),
    essaim_edge_media_lost_total: total('media-lost'),
    essaim_edge_joins_total: byKind(totals, 'joins', 'outcome'),
    essaim_edge_refusals_total: byKind(totals, 'refusals', 'code'),
    essaim_edge_relayed_bytes_total: total('relayed-bytes'),
    ...turnReadings(turn),
    ...nodeReadings(nodes.filter((node): node is ConnectedNode => node.connected !== null)),
  })
}

/** Counts that are named `what kind`, with the kind as a label. */
const byKind = (totals: Measured['totals'], what: string, label: string): Sample[] =>
  totals.flatMap(({ name, total }) => {
    const [first, kind] = name.split(' ')
    return first === what && kind ? [{ labels: { [label]: kind }, value: total }] : []
  })

/** How strict each level is, as a number that can be drawn. */
const STRICTNESS = { all: 0, 'audio-only': 1, nothing: 2 } as const

const turnReadings = ({ bytes, monthBudget, level }: TurnUsage) => ({
  essaim_edge_relayed_month_bytes: bytes,
  essaim_edge_relayed_month_budget_bytes: monthBudget === null ? [] : [{ labels: {}, value: monthBudget }],
  essaim_edge_relay_level: STRICTNESS[level],
})

function nodeReadings(nodes: readonly ConnectedNode[]) {
  const each = (value: (node: ConnectedNode) => number): Sample[] =>
    nodes.map((node) => ({ labels: { node: node.node }, value: value(node) }))
  /** None of a node that has registered, and told no load yet. */
  const loaded = (what: keyof NodeLoad): Sample[] =>
    nodes.flatMap(({ node, connected: { load } }) => (load ? [{ labels: { node }, value: load[what] }] : []))
  return {
    essaim_edge_nodes: nodes.length,
    essaim_edge_node_accepting: each(({ adminState, connected }) =>
      adminState === 'active' && connected.notAccepting === null ? 1 : 0,
    ),
    essaim_edge_node_capacity_consumers: each(({ connected }) => connected.capacity),
    essaim_edge_node_rooms: loaded('rooms'),
    essaim_edge_node_people: loaded('people'),
    essaim_edge_node_routers: loaded('routers'),
    essaim_edge_node_transports: loaded('transports'),
    essaim_edge_node_producers: loaded('producers'),
    essaim_edge_node_consumers: loaded('consumers'),
    essaim_edge_node_cpu_ratio: loaded('cpu'),
    essaim_edge_node_sent_bits_per_second: loaded('bitsPerSecond'),
  }
}
