import type { PeerId, VoterId } from '../../protocol/ids.ts'
import type { PageParams } from '../../protocol/page-requests.ts'
import type { Addressee, RelayedMessage } from '../../protocol/relay.ts'
import { rulesOf } from '../../protocol/relay-kinds.ts'
import { voterOf } from './door-secrets.ts'
import type { Audience } from './effects.ts'
import type { Sending } from './inputs.ts'
import { permit } from './permit.ts'
import type { PeerState } from './state.ts'
import type { Turn } from './turn.ts'

/**
 * Passes on what somebody sends (C1), in the room's order, to those it is for and to nobody else (C2). What came before is
 * only answered again.
 */
export function send(
  turn: Turn,
  peer: PeerState,
  request: number,
  params: PageParams<'send'>,
  known: Sending | null,
): void {
  const { kind, addressee, payload, upTo } = params
  if (known) return turn.answer(peer.id, request, known)
  if (!permit(turn, peer, request, { do: 'send', kind }, 'not allowed to send that here')) return
  if (addressee.to === 'peer' && !turn.peer(addressee.peer)?.announced) {
    return turn.refuse(peer.id, request, 'not-found', 'nobody of that id is here')
  }
  if (upTo !== undefined && upTo > turn.head.relayed) {
    return turn.refuse(peer.id, request, 'bad-message', 'it stands for messages that are not there yet')
  }
  const id = turn.head.relayed + 1
  turn.changeHead({ relayed: id })
  const message: RelayedMessage = {
    id,
    from: peer.id,
    name: peer.name,
    ...(peer.role === 'moderator' && { moderator: true }),
    ...(rulesOf(kind).byVoter && votesAs(turn, peer)),
    kind,
    addressee,
    at: turn.now,
    payload,
    ...(upTo !== undefined && { upTo }),
  }
  keep(turn, message)
  remember(turn, params, message)
  turn.answer(peer.id, request, { id, at: turn.now })
  for (const audience of audiences(turn, peer, addressee)) turn.tell(audience, { event: 'relayed', message })
}

/** What somebody's votes are counted by, whoever they are called and however often they come; nothing where nobody knows. */
export function votesAs({ head }: Turn, { browser }: PeerState): { readonly voter?: VoterId } {
  if (browser === null || head.addressKey === null) return {}
  return { voter: voterOf(browser, head.addressKey) }
}

/** Keeps for latecomers what its kind keeps, in the place of what it stands for. */
function keep(turn: Turn, message: RelayedMessage): void {
  const { kind, from, upTo } = message
  const { kept } = rulesOf(kind)
  if (kept === 'none') return
  if (kept === 'latest') turn.do({ do: 'forget', peer: from, kind })
  if (upTo !== undefined) turn.do({ do: 'forget-up-to', kind, upTo })
  const moderators = message.addressee.to === 'moderators' ? moderatorsOf(turn) : []
  turn.do({ do: 'keep', message, moderators })
}

const moderatorsOf = (turn: Turn): PeerId[] =>
  [...turn.peers.values()].filter(({ role }) => role === 'moderator').map(({ id }) => id)

/** Knows a sending again that its page, cut off before the answer, sends once more (C6). What nobody keeps may come twice. */
function remember(turn: Turn, { kind, once }: PageParams<'send'>, { id, at }: RelayedMessage): void {
  if (once === undefined || rulesOf(kind).kept === 'none') return
  turn.do({ do: 'remember', once, sending: { id, at } })
}

/** Everybody but the sender, who knows; or each of a few. */
function audiences(turn: Turn, sender: PeerState, addressee: Addressee): Audience[] {
  switch (addressee.to) {
    case 'everyone':
      return [{ except: sender.id }]
    case 'moderators':
      return moderatorsOf(turn)
        .filter((id) => id !== sender.id)
        .map((id) => ({ only: id }))
    case 'peer':
      return addressee.peer === sender.id ? [] : [{ only: addressee.peer }]
    default:
      return addressee satisfies never
  }
}

/** Takes back what holds until it is taken back (C3): one's own hand, or, as a moderator, another's. */
export function clearRelay(
  turn: Turn,
  peer: PeerState,
  request: number,
  { kind, peer: owner }: PageParams<'clear-relay'>,
): void {
  const action = { do: 'clear-relay', own: owner === peer.id } as const
  if (!permit(turn, peer, request, action, 'that is not yours')) return
  if (rulesOf(kind).kept !== 'latest')
    return turn.refuse(peer.id, request, 'not-allowed', 'what was said was said')
  turn.answer(peer.id, request)
  turn.do({ do: 'forget', peer: owner, kind })
  turn.tell({ except: null }, { event: 'relay-cleared', peer: owner, kind })
}

/** What was sent before one came, and was for oneself (C4). */
export function relayHistory(
  turn: Turn,
  peer: PeerState,
  request: number,
  { after }: PageParams<'relay-history'>,
): void {
  turn.do({ do: 'history', peer: peer.id, request, after })
}
