import * as v from 'valibot'
import { TURN_TIMEOUT_MS } from '../../protocol/limits.ts'
import { IceServer } from '../../protocol/media/transport.ts'
import { TurnFailure, type TurnFailureReason, type TurnProvider } from './turn-provider.ts'

interface CloudflareOptions {
  readonly keyId: string
  readonly apiToken: string
  readonly ttlMs: number
  /** Where the API is, without a slash at the end. */
  readonly apiUrl: string
}

const Answer = v.object({ iceServers: v.array(IceServer) })

/**
 * Cloudflare Realtime TURN (https://developers.cloudflare.com/realtime/turn/generate-credentials/). The key and its
 * token stay here; a browser gets a user name and a password of its own.
 */
export function cloudflare({ keyId, apiToken, ttlMs, apiUrl }: CloudflareOptions): TurnProvider {
  const credentials = `${apiUrl}/v1/turn/keys/${encodeURIComponent(keyId)}/credentials`
  const post = (path: string, body?: object): Promise<Response> =>
    ask(`${credentials}/${path}`, apiToken, body)
  return {
    name: 'cloudflare',
    grant: async (_person, now) => {
      const response = await post('generate-ice-servers', { ttl: Math.floor(ttlMs / 1_000) })
      const servers = (await answerOf(response)).flatMap(reachable)
      const usernames = new Set(servers.flatMap(({ username }) => username ?? []))
      return { servers, until: now + ttlMs, usernames: [...usernames] }
    },
    revoke: async (username) => {
      const response = await post(`${encodeURIComponent(username)}/revoke`)
      await response.body?.cancel()
    },
  }
}

async function ask(url: string, token: string, body?: object): Promise<Response> {
  const request = {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    signal: AbortSignal.timeout(TURN_TIMEOUT_MS),
    ...(body && { body: JSON.stringify(body) }),
  }
  const response = await fetch(url, request).catch((cause: unknown) => {
    throw new TurnFailure(isTimeout(cause) ? 'timeout' : 'unreachable', null, { cause })
  })
  if (response.ok) return response
  await response.body?.cancel()
  throw new TurnFailure(reasonOf(response.status), response.status)
}

/** The servers in an answer. The body may be late as well, or be anything. */
async function answerOf(response: Response): Promise<readonly IceServer[]> {
  try {
    return v.parse(Answer, await response.json()).iceServers
  } catch (cause) {
    throw new TurnFailure(isTimeout(cause) ? 'timeout' : 'bad-answer', response.status, { cause })
  }
}

const isTimeout = (thrown: unknown): boolean =>
  thrown instanceof Error && (thrown.name === 'TimeoutError' || thrown.name === 'AbortError')

function reasonOf(status: number): TurnFailureReason {
  if (status === 401 || status === 403) return 'unauthorised'
  return status === 429 ? 'rate-limited' : 'refused'
}

/** Browsers send nothing to port 53, and wait in vain for what they do not send. */
function reachable(server: IceServer): IceServer[] {
  const urls = server.urls.filter((url) => !/:53(\?|$)/.test(url))
  return urls.length > 0 ? [{ ...server, urls }] : []
}
