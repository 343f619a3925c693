// `npm run bench:join`: prepares what the benchmark needs, a browser among it, then measures how long joining takes.
import { requireRecentNode } from '../scripts/setup/node-version.mjs'

requireRecentNode()
void import('../scripts/setup/begin.mjs').then(({ begin }) =>
  begin('bench/join/main.ts', { worker: true, page: true, browser: true }),
)
