#!/bin/sh
# bin/essaim-edge of an installed edge (npm run edge:install): the edge, without a node, on the Node.js beside it. It keeps
# what must outlive it in the service's state. It becomes the edge, so that signals and exit codes are the edge's own.
bin=$(dirname -- "$(readlink -f -- "$0")")
exec "$bin/node" "$bin/../scripts/serve/main.ts" --no-node --no-open --data "${STATE_DIRECTORY:?}" "$@"
