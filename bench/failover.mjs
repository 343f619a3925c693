// `npm run bench:failover`: prepares what the benchmark needs, then measures for how long a node's death is heard.
import { requireRecentNode } from '../scripts/setup/node-version.mjs'

requireRecentNode()
void import('../scripts/setup/begin.mjs').then(({ begin }) =>
  begin('bench/failover/main.ts', { worker: true, page: true, browser: true, networks: true }),
)
