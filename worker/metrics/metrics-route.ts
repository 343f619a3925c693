import { ProtocolError } from '../../protocol/errors.ts'
import { EXPOSITION_TYPE } from '../../protocol/http/exposition.ts'
import { directoryOf } from '../durable-objects.ts'
import type { Env } from '../env.ts'
import { bringsSecret } from '../http/bearer.ts'
import { edgeMetrics } from './edge-metrics.ts'

/**
 * Answers whoever brings the secret that the operator gave their Prometheus. Throws `not-found` where there is no such
 * secret, `unauthorised` where it is another, and an Error where METRICS_SECRET_HASH is no SHA-256.
 */
export async function tellMetrics(request: Request, env: Env): Promise<Response> {
  const { METRICS_SECRET_HASH: hash } = env
  if (!hash) throw new ProtocolError('not-found', 'no such address')
  if (!bringsSecret(request, hash, 'METRICS_SECRET_HASH'))
    throw new ProtocolError('unauthorised', 'that is not the secret of the metrics')
  const text = edgeMetrics(await directoryOf(env).repeat((directory) => directory.measured()))
  return new Response(text, { headers: { 'content-type': EXPOSITION_TYPE, 'cache-control': 'no-store' } })
}
