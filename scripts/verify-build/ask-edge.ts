import { Problem } from '../setup/problem.mjs'

const PATIENCE_MS = 30_000

/**
 * As a browser would ask: who means to be found out by programs alone shall at least have to tell them from these. It cannot
 * be hidden altogether (docs/verify-build.md).
 */
const BROWSER = {
  'user-agent':
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
} as const

/** What an edge answered. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  /** Null where there were more than asked for. */
  readonly bytes: Uint8Array | null
}

/**
 * Asks for an address of the edge, once, and follows no redirection. Throws a Problem where nothing comes.
 *
 * @param maxBytes - How much of the answer is read, at most.
 */
export async function askEdge(
  address: URL,
  maxBytes: number,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  try {
    const response = await fetch(address, {
      headers: { ...BROWSER, ...headers },
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return {
      status: response.status,
      headers: response.headers,
      bytes: await readSome(response, maxBytes),
    }
  } catch (cause) {
    throw new Problem(`${address.origin} cannot be reached, or does not answer: ${reasonOf(cause)}`, {
      cause,
    })
  }
}

async function readSome(response: Response, maxBytes: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.length
    if (length > maxBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message
}
