import type { NodeId } from '../../protocol/ids.ts'
import { newNodeKeyPair } from '../../protocol/node-edge/keys.ts'

/** What is made for a node of the operator's own, and where each half goes. */
export interface OwnNode {
  /** For scripts: assignments, the edge's first. */
  readonly lines: readonly string[]
  /** For people. */
  readonly explanation: string
}

/** A new key pair for that node; its private half is nowhere but in what is answered. */
export async function newOwnNode(node: NodeId, edge: URL): Promise<OwnNode> {
  const { publicKey, privateKey } = await newNodeKeyPair()
  const options = `--edge ${edge.href} --id ${node}`
  return {
    lines: [
      `NODE_KEYS=${node}:${publicKey}`,
      `ESSAIM_NODE_KEY=${privateKey}`,
      `ESSAIM_NODE_OPTIONS="${options}"`,
    ],
    explanation: [
      'The first line is for the edge: in its environment or its .dev.vars, or npx wrangler secret put NODE_KEYS at',
      'Cloudflare. Where it has other nodes of yours already, add this one behind a comma. Start the edge anew.',
      '',
      'The other two are for the node, and nobody else: under systemd they are its /etc/essaim-node.env (chmod 600). In a',
      `clone it is ESSAIM_NODE_KEY=… npm run node -- run ${options}`,
    ].join('\n'),
  }
}
