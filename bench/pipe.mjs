// `npm run bench:pipe`: prepares what the benchmark needs, then measures what it costs that a room is on two workers or nodes.
import { requireRecentNode } from '../scripts/setup/node-version.mjs'

requireRecentNode()
void import('../scripts/setup/begin.mjs').then(({ begin }) => begin('bench/pipe/main.ts', { worker: true }))
