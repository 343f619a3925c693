// `npm run edge:install`: puts an edge into a folder of its own, for systemd to run.
import { requireRecentNode } from './setup/node-version.mjs'

requireRecentNode()
void import('./setup/begin.mjs').then(({ begin }) =>
  begin('scripts/installation/edge-main.ts', { page: true }),
)
