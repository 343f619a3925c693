#!/usr/bin/env node
// `npm run node`: lends this machine to an edge. Prepares what a node needs and no more, then becomes the node.
import { requireRecentNode } from './setup/node-version.mjs'

requireRecentNode()
void import('./setup/begin.mjs').then(({ begin }) => begin('sfu-node/main.ts', { worker: true }))
