#!/usr/bin/env node
// bin/essaim-node.js of the package that `npm run node:pack` makes: the node, on the Node.js that the machine has.
// mediasoup wants one from 22 on, and one that is older had better hear it in a sentence.
const OLDEST_MAJOR = 22

const { node } = process.versions
if (Number(node.split('.')[0]) < OLDEST_MAJOR) {
  console.error(`The node needs Node.js ${OLDEST_MAJOR} or later, and this is ${node}: https://nodejs.org`)
  process.exit(1)
}
await import('../sfu-node/main.js')
