// `health.ts PORT`: whether the node that answers for its metrics at this port lives; the health check of a container.
// That the edge is away is no reason to be unhealthy: the node dials for ever, and to restart it would cut its calls.
import { get } from 'node:http'

const PATIENCE_MS = 4_000

const fail = (reason: string): never => {
  process.stderr.write(`The node does not answer for its metrics: ${reason}\n`)
  process.exit(1)
}

const url = `http://127.0.0.1:${process.argv[2]}/metrics`
const request = get(url, { signal: AbortSignal.timeout(PATIENCE_MS) }, ({ statusCode }) => {
  if (statusCode === 200) process.exit(0)
  fail(`${statusCode}`)
})
request.once('error', (error) => fail(error.message))
