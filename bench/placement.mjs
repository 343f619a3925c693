// `npm run bench:placement`: prepares what the simulation needs, then plays a day of rooms on a swarm of nodes.
import { requireRecentNode } from '../scripts/setup/node-version.mjs'

requireRecentNode()
void import('../scripts/setup/begin.mjs').then(({ begin }) => begin('bench/placement/main.ts', {}))
