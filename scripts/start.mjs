// `npm start`: everything from a fresh clone to an open room. Run by whatever Node the machine has, with
// nothing installed; hence the check before anything newer is even parsed.
import { requireRecentNode } from './setup/node-version.mjs'

requireRecentNode()
void import('./setup/begin.mjs').then(({ begin }) =>
  begin('scripts/serve/main.ts', { worker: true, page: true }),
)
