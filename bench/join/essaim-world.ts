import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { type Edge, startEdge } from '../../scripts/edge.ts'
import { type NodeLogLine, type NodeProcess, startNode } from '../../scripts/node-process.ts'
import type { World } from './world.ts'

/** Starts an edge on workerd with the built page, and a node with one worker, as `npm start` does. */
export async function startEssaim(): Promise<World> {
  const token = randomBytes(24).toString('base64url')
  const hash = createHash('sha256').update(token).digest('hex')
  const edge = await startEdge({ bindings: { NODE_TOKEN_HASHES: hash } })
  try {
    const node = await startRegisteredNode(edge, token)
    const close = async (): Promise<void> => {
      await node.stop()
      await edge.stop()
    }
    return { port: Number(new URL(edge.url).port), close }
  } catch (error) {
    await edge.stop()
    throw error
  }
}

async function startRegisteredNode(edge: Edge, token: string): Promise<NodeProcess> {
  const { promise: registered, resolve } = Promise.withResolvers<void>()
  const onLog = ({ event }: NodeLogLine): void => {
    if (event === 'node-registered') resolve()
  }
  const media = { listen: '127.0.0.1', announce: '127.0.0.1', mediaPort: await freePort(), workers: 1 }
  const node = startNode({ edge: edge.url, token, id: 'local', region: 'local', ...media, onLog })
  const ended = node.exited.then(({ code }) => {
    throw new Error(`the node ended with ${code}`)
  })
  await Promise.race([registered, ended])
  // Later on, its end shows in the measurement.
  ended.catch(() => undefined)
  return node
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
