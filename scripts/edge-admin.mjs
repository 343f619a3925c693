// `npm run edge`: what whoever runs an edge says to it: whom to let in, and which node is to pause or to go.
import { requireRecentNode } from './setup/node-version.mjs'

requireRecentNode()
void import('./setup/begin.mjs').then(({ begin }) => begin('scripts/edge-admin/main.ts', {}))
