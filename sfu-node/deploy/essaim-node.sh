#!/bin/sh
# bin/essaim-node of an installed node (npm run node:install): the node, on the Node.js beside it. It becomes the node,
# so that signals and exit codes are the node's own.
bin=$(dirname -- "$(readlink -f -- "$0")")
exec "$bin/node" "$bin/../sfu-node/main.ts" "$@"
