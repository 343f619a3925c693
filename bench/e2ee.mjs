// `npm run bench:e2ee`: prepares what the benchmark needs, then measures what the encryption of a room costs.
import { requireRecentNode } from '../scripts/setup/node-version.mjs'

requireRecentNode()
void import('../scripts/setup/begin.mjs').then(({ begin }) =>
  begin('bench/e2ee/main.ts', { worker: true, page: true, browser: true }),
)
