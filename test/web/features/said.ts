import * as v from 'valibot'
import { PeerId } from '../../../protocol/ids.ts'
import type { MessageKind } from '../../../protocol/page-edge/message-kinds.ts'
import type { Addressee } from '../../../protocol/page-edge/messages.ts'
import { OpenedMessage } from '../opened.ts'

export const peer = (name: string): PeerId => v.parse(PeerId, name.toLowerCase().padEnd(8, '-'))

export const EVERYONE: Addressee = { to: 'everyone' }
export const only = (name: string): Addressee => ({ to: 'peer', peer: peer(name) })

interface Said {
  readonly id: number
  readonly from: string
  readonly kind: MessageKind
  /** What is not a string is sent as JSON. */
  readonly payload: unknown
  readonly to?: Addressee
  readonly moderator?: true
  readonly upTo?: number
  readonly voter?: string
}

/** A message as the edge passes it on. */
export const said = ({
  id,
  from,
  kind,
  payload,
  to = EVERYONE,
  moderator,
  upTo,
  voter,
}: Said): OpenedMessage =>
  v.parse(OpenedMessage, {
    id,
    from: peer(from),
    name: from,
    ...(moderator && { moderator }),
    kind,
    addressee: to,
    at: 1_000 + id,
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    ...(voter !== undefined && { voter: voter.padEnd(22, '-') }),
    ...(upTo !== undefined && { upTo }),
  })
