import * as v from 'valibot'
import { WireError } from '../../protocol/errors.ts'
import {
  type InvitationRequest,
  type ListedNode,
  ListedNodes,
  NewInvitation,
  NodeAdminState,
} from '../../protocol/http/lending.ts'
import type { NodeId } from '../../protocol/ids.ts'
import { TurnUsage } from '../../protocol/media/turn.ts'
import { Problem } from '../setup/problem.mjs'
import type { Access } from './options.ts'

const TIMEOUT_MS = 15_000

const Obeyed = v.object({ adminState: NodeAdminState, rooms: v.number() })

/** What an operator asks of an edge over HTTP. All methods throw Problems with a sentence. */
export class AdminClient {
  readonly #access: Access

  constructor(access: Access) {
    this.#access = access
  }

  invite(wish: InvitationRequest): Promise<v.InferOutput<typeof NewInvitation>> {
    return this.#ask(NewInvitation, 'POST', 'invitations', wish)
  }

  async nodes(): Promise<readonly ListedNode[]> {
    return (await this.#ask(ListedNodes, 'GET', 'nodes')).nodes
  }

  turn(): Promise<TurnUsage> {
    return this.#ask(TurnUsage, 'GET', 'turn')
  }

  /** How the node stands then, and how many rooms live on it. */
  order(node: NodeId, order: string): Promise<v.InferOutput<typeof Obeyed>> {
    return this.#ask(Obeyed, 'POST', `nodes/${node}/${order}`)
  }

  async #ask<Schema extends v.GenericSchema>(
    schema: Schema,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<v.InferOutput<Schema>> {
    const { edge, secret } = this.#access
    const address = new URL(`${edge.pathname.replace(/\/+$/, '')}/api/admin/${path}`, edge)
    const response = await fetch(address, {
      method,
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch((cause: unknown) => {
      throw new Problem(`the edge at ${edge.href} cannot be reached: is it running there?`, { cause })
    })
    // Why it is no JSON helps nobody: the sentence says what then answers there.
    const answer: unknown = await response.json().catch(() => null)
    const read = v.safeParse(schema, answer)
    if (read.success) return read.output
    throw new Problem(sentenceFor(answer, edge))
  }
}

function sentenceFor(answer: unknown, edge: URL): string {
  const error = v.safeParse(WireError, answer)
  if (!error.success) return `what answers at ${edge.href} is no Essaim edge, or another version of it.`
  const { code, message } = error.output
  if (code === 'unauthorised')
    return `the edge does not know that secret: its ADMIN_SECRET_HASH is of another.`
  if (code === 'not-found' && message === 'no such address') {
    return 'the edge has no operator: set ADMIN_SECRET_HASH where it runs (npm run edge -- secret).'
  }
  return `the edge refuses (${code}): ${message}.`
}
