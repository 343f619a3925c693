import type { MetricCatalogue } from '../../protocol/http/exposition.ts'

/** What a node measures of itself. */
export const NODE_METRICS = {
  essaim_node_info: { type: 'gauge', help: 'Always 1; the labels say which node this is.' },
  essaim_node_edge_connected: { type: 'gauge', help: '1 while the edge has registered this node, else 0.' },
  essaim_node_workers: { type: 'gauge', help: 'mediasoup workers that run.' },
  essaim_node_worker_deaths_total: { type: 'counter', help: 'mediasoup workers that died unasked.' },
  essaim_node_rooms_lost_total: {
    type: 'counter',
    help: 'Rooms that such a death took, and that had to move.',
  },
  essaim_node_rooms: { type: 'gauge', help: 'Rooms on this node.' },
  essaim_node_people: { type: 'gauge', help: 'People on this node, by their transports.' },
  essaim_node_operation_failures_total: {
    type: 'counter',
    help: 'Operations that the edge asked for and that failed, by the code of the error.',
  },
  essaim_node_routers: { type: 'gauge', help: 'Routers, by the port of their worker.' },
  essaim_node_transports: {
    type: 'gauge',
    help: 'Transports, pipes among them, by the port of their worker.',
  },
  essaim_node_producers: { type: 'gauge', help: 'Producers, by the port of their worker.' },
  essaim_node_consumers: { type: 'gauge', help: 'Consumers, by the port of their worker.' },
  essaim_node_worker_cpu_seconds_total: {
    type: 'counter',
    help: 'Processor time of a mediasoup worker, by its port; from 0 again when it was replaced.',
  },
  essaim_node_received_bits_per_second: {
    type: 'gauge',
    help: 'Bits a second that arrive now, from pages, and through pipes from nodes and between workers.',
  },
  essaim_node_sent_bits_per_second: {
    type: 'gauge',
    help: 'Bits a second that leave now, to pages, and through pipes to nodes and between workers.',
  },
  essaim_node_received_loss_ratio: {
    type: 'gauge',
    help: 'Share of packets lost on their way to this node, by transport-wide feedback, 0 to 1.',
  },
  essaim_node_sent_loss_ratio: {
    type: 'gauge',
    help: 'Share of packets lost on their way from this node, by transport-wide feedback, 0 to 1.',
  },
  essaim_node_page_transports: {
    type: 'gauge',
    help: 'Transports to pages, by how their packets come to this node; a relay comes by udp.',
  },
  essaim_node_event_loop_delay_p99_seconds: {
    type: 'gauge',
    help: 'How late the event loop was since the last reading: 99th percentile.',
  },
  essaim_node_event_loop_delay_max_seconds: {
    type: 'gauge',
    help: 'How late the event loop was since the last reading: the worst.',
  },
} as const satisfies MetricCatalogue
