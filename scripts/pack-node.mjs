// `npm run node:pack`: makes the package that `npx` runs a node from, without a clone.
import { requireRecentNode } from './setup/node-version.mjs'

requireRecentNode()
void import('./setup/begin.mjs').then(({ begin }) => begin('scripts/packing/main.ts', {}))
