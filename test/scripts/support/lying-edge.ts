import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

/** What an edge answers, as somebody between changes it. */
interface Told {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Buffer
}

/** Changes an answer to a request for that path. */
export type Lie = (path: string, told: Told) => void

/**
 * An edge that answers as the one at `honest` does, but for the lie. It goes with the test.
 *
 * @returns where it is reached
 */
export async function lyingEdge(honest: string, lie: Lie): Promise<URL> {
  const { hostname, port } = new URL(honest)
  const server = createServer((asked, response) => {
    const path = asked.url ?? ''
    const headers = { ...asked.headers, 'accept-encoding': 'identity' }
    request({ hostname, port, path, method: asked.method, headers }, (answer) => {
      buffer(answer).then(
        (body) => {
          const told: Told = { status: answer.statusCode ?? 0, headers: answer.headers, body }
          lie(path, told)
          delete told.headers['content-length']
          delete told.headers['transfer-encoding']
          response.writeHead(told.status, told.headers).end(told.body)
        },
        () => response.destroy(),
      )
    })
      .once('error', () => response.destroy())
      .end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return new URL(`http://127.0.0.1:${address.port}`)
}
