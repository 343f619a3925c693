// `npm run verify-build -- URL`: builds the page, then says whether the edge at that address serves exactly that.
import { requireRecentNode } from './setup/node-version.mjs'

requireRecentNode()
void import('./setup/begin.mjs').then(({ begin }) => begin('scripts/verify-build/main.ts', { page: true }))
