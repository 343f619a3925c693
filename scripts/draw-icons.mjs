// `npm run icons`: draws the pictures that telephones and shared links show, from the mark; they are kept with the page.
import { requireRecentNode } from './setup/node-version.mjs'

requireRecentNode()
void import('./setup/begin.mjs').then(({ begin }) => begin('scripts/icons/main.ts', { browser: true }))
