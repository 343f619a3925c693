// `npm run deploy`: builds the page and hands it with the Worker to Cloudflare. What follows goes to wrangler.
import { requireRecentNode } from './setup/node-version.mjs'

requireRecentNode()
void import('./setup/begin.mjs').then(({ begin }) =>
  begin('node_modules/wrangler/bin/wrangler.js', { page: true }, ['deploy', ...process.argv.slice(2)]),
)
