// `npm run bench:view`: prepares what the benchmark needs, then measures what a large room costs who looks at it.
import { requireRecentNode } from '../scripts/setup/node-version.mjs'

requireRecentNode()
void import('../scripts/setup/begin.mjs').then(({ begin }) =>
  begin('bench/view/main.ts', { worker: true, page: true, browser: true }),
)
