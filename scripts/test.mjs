// `npm test`: prepares what the tests need, a browser among it, then runs every check there is.
import { requireRecentNode } from './setup/node-version.mjs'

requireRecentNode()
void import('./setup/begin.mjs').then(({ begin }) =>
  begin('scripts/verify/main.ts', {
    worker: true,
    page: true,
    browser: true,
    firefox: true,
    turnServer: true,
    webServers: true,
    networks: true,
  }),
)
