// `npm run node:install`: puts a node into a folder of its own, for systemd or a container to run.
import { requireRecentNode } from './setup/node-version.mjs'

requireRecentNode()
void import('./setup/begin.mjs').then(({ begin }) => begin('scripts/installation/main.ts', { worker: true }))
