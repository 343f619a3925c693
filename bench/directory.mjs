// `npm run bench:directory`: prepares what the benchmark needs, then measures what a swarm of nodes costs the edge.
import { requireRecentNode } from '../scripts/setup/node-version.mjs'

requireRecentNode()
void import('../scripts/setup/begin.mjs').then(({ begin }) =>
  begin('bench/directory/main.ts', { page: true }),
)
