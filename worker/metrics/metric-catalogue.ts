import type { MetricCatalogue } from '../../protocol/http/exposition.ts'

/** What the edge measures. */
export const EDGE_METRICS = {
  essaim_edge_rooms: { type: 'gauge', help: 'Rooms with somebody in them.' },
  essaim_edge_conferences: { type: 'gauge', help: 'Rooms with at least two people in them.' },
  essaim_edge_people: { type: 'gauge', help: 'People in rooms.' },
  essaim_edge_conferences_total: {
    type: 'counter',
    help: 'Conferences: two were in a room for the first time since it was empty.',
  },
  essaim_edge_people_total: { type: 'counter', help: 'People who came into a room.' },
  essaim_edge_joins_total: {
    type: 'counter',
    help: 'Joins, by their outcome: welcome, resumed, waiting (in the lobby), or the code of an error.',
  },
  essaim_edge_refusals_total: {
    type: 'counter',
    help: 'Requests to rooms, other than joins, that were refused, by the code of the error.',
  },
  essaim_edge_media_lost_total: {
    type: 'counter',
    help: 'How often a room lost media with a node or a worker, and was brought to another.',
  },
  essaim_edge_relayed_bytes_total: {
    type: 'counter',
    help: 'Bytes between nodes and people who go through a TURN server, both ways.',
  },
  essaim_edge_relayed_month_bytes: { type: 'gauge', help: 'The same of this calendar month (UTC).' },
  essaim_edge_relayed_month_budget_bytes: {
    type: 'gauge',
    help: 'What the operator lets through in a month; absent where there is no limit.',
  },
  essaim_edge_relay_level: {
    type: 'gauge',
    help: 'What the month’s budget lets through: 0 for all, 1 for voices alone, 2 for nothing.',
  },
  essaim_edge_nodes: { type: 'gauge', help: 'Nodes that are connected.' },
  essaim_edge_node_accepting: {
    type: 'gauge',
    help: '1 while the operator gives a connected node new rooms and its lender lets it take them, else 0.',
  },
  essaim_edge_node_capacity_consumers: { type: 'gauge', help: 'Consumers that a node says it can carry.' },
  essaim_edge_node_rooms: { type: 'gauge', help: 'Rooms on a node, as it last told.' },
  essaim_edge_node_people: { type: 'gauge', help: 'People on a node, by their transports, as it last told.' },
  essaim_edge_node_routers: { type: 'gauge', help: 'Routers of a node, as it last told.' },
  essaim_edge_node_transports: { type: 'gauge', help: 'Transports of a node, as it last told.' },
  essaim_edge_node_producers: { type: 'gauge', help: 'Producers of a node, as it last told.' },
  essaim_edge_node_consumers: { type: 'gauge', help: 'Consumers of a node, as it last told.' },
  essaim_edge_node_cpu_ratio: {
    type: 'gauge',
    help: 'Share of its cores that a node’s mediasoup workers use, 0 to 1, as it last told.',
  },
  essaim_edge_node_sent_bits_per_second: {
    type: 'gauge',
    help: 'Bits a second that a node sends, as it last told.',
  },
} as const satisfies MetricCatalogue
