import type { MessageKind } from '../../../protocol/page-edge/message-kinds.ts'
import type { Addressee } from '../../../protocol/page-edge/messages.ts'
import type { PageRequest } from '../../../protocol/page-edge/requests.ts'
import type { Cast, Right } from './cells.ts'
import { ALL, everybody, FORBIDDEN, MODERATORS, NOBODY, row, unlike } from './inside.ts'

const says = (kind: MessageKind, addressee: Addressee, upTo?: number): PageRequest => ({
  name: 'send-message',
  params: { kind, addressee, payload: '{}', ...(upTo !== undefined && { upTo }) },
})

const EVERYONE = { to: 'everyone' } as const
const toOther = ({ other }: Cast): Addressee => ({ to: 'peer', peer: other })

const said = (kind: MessageKind, governed: boolean, to: (cast: Cast) => Addressee, whom: string): Right =>
  row(`say \`${kind}\` to ${whom}`, governed ? 'A4 C1' : 'C1', ALL, (cast) => says(kind, to(cast)), {
    ...(governed && { otherwise: FORBIDDEN }),
  })

const toAll = (kind: MessageKind, governed = false): Right => said(kind, governed, () => EVERYONE, 'everyone')
const toOne = (kind: MessageKind, governed = false): Right => said(kind, governed, toOther, 'one')

/** What goes with the permission to chat is forbidden with it; all else stays. */
const SAID: readonly [Right, ...Right[]] = [
  toAll('chat', true),
  toOne('chat', true),
  said('chat', true, () => ({ to: 'moderators' }), 'moderators'),
  toOne('file', true),
  toAll('poll', true),
  toAll('notes', true),
  toAll('reaction'),
  toAll('hand'),
  toAll('vote'),
  toOne('vote'),
  toAll('recording'),
  toAll('consent'),
  toOne('consent'),
  row('say `vote` to nobody', 'C2', everybody('not-found'), ({ nobody }) =>
    says('vote', { to: 'peer', peer: nobody }),
  ),
  row(
    'say `notes` for those to come',
    'C8',
    everybody('bad-message'),
    () => says('notes', EVERYONE, 1_000_000),
    { otherwise: FORBIDDEN },
  ),
]

export const SENDINGS: readonly [Right, ...Right[]] = [...SAID, ...SAID.map(unlike)]

const clears = (kind: MessageKind, of: 'actor' | 'other') => (cast: Cast) =>
  ({ name: 'clear-message', params: { kind, peer: cast[of] } }) as const

export const CLEARINGS: readonly [Right, ...Right[]] = [
  row('take back one’s own hand', 'C3', ALL, clears('hand', 'actor')),
  row('take back another’s hand', 'C3', MODERATORS, clears('hand', 'other')),
  row('take back what one said', 'C3', NOBODY, clears('chat', 'actor')),
  row('take back what another said', 'C3', NOBODY, clears('chat', 'other')),
]
