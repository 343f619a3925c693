import type { Knock } from '../../protocol/door.ts'
import type { PeerId } from '../../protocol/ids.ts'
import { LET_IN_GRACE_MS } from '../../protocol/limits.ts'
import type { PageEvent } from '../../protocol/page-events.ts'
import type { PageParams } from '../../protocol/page-requests.ts'
import { graceUntil } from './grace.ts'
import type { RoomInput } from './inputs.ts'
import { chargeKnock } from './knocks.ts'
import { provenanceOf } from './newcomer.ts'
import { permit } from './permit.ts'
import type { PeerState, WaitingState } from './state.ts'
import type { Turn } from './turn.ts'

type Join = Extract<RoomInput, { on: 'join' }>

/** Somebody waits until a moderator decides (D5), or goes on waiting on another socket. */
export function wait(turn: Turn, input: Join, known: WaitingState | undefined): void {
  const { peer, request, params } = input
  if (known && known.id !== peer) turn.do({ do: 'bind', from: peer, to: known.id })
  const person: WaitingState = known
    ? { ...known, presence: { is: 'here' } }
    : {
        id: peer,
        name: params.name,
        ticket: input.ticket,
        ...provenanceOf(input),
        at: turn.now,
        presence: { is: 'here' },
      }
  turn.putWaiting(person)
  if (!known) tellModerators(turn, { event: 'knocked', knock: asKnock(person) })
  turn.answer(person.id, request, { kind: 'waiting', ticket: person.ticket })
}

/** Who waits, as moderators see them; whoever was let in already is none of their business any more. */
export const knocks = (turn: Turn): Knock[] =>
  [...turn.waiting.values()].filter((person) => person.presence.is !== 'let-in').map(asKnock)

const asKnock = ({ id, name, at }: WaitingState): Knock => ({ id, name, at })

/** Tells somebody who has just become moderator who waits. */
export function showLobby(turn: Turn, moderator: PeerId): void {
  for (const knock of knocks(turn)) turn.tell({ only: moderator }, { event: 'knocked', knock })
}

function tellModerators(turn: Turn, event: PageEvent): void {
  for (const peer of turn.peers.values()) {
    if (peer.role === 'moderator') turn.tell({ only: peer.id }, event)
  }
}

/** Opens the door for one who waits, or for all of them (D6). */
export function letIn(turn: Turn, peer: PeerState, request: number, { knock }: PageParams<'let-in'>): void {
  if (!permit(turn, peer, request, { do: 'let-in' }, 'only moderators do that')) return
  if (knock === null) {
    turn.answer(peer.id, request)
    return letAllIn(turn)
  }
  const person = turn.waiting.get(knock)
  if (!person) return turn.refuse(peer.id, request, 'not-found', 'nobody of that id waits')
  turn.answer(peer.id, request)
  open(turn, person)
}

export function letAllIn(turn: Turn): void {
  for (const person of turn.waiting.values()) open(turn, person)
}

function open(turn: Turn, person: WaitingState): void {
  if (person.presence.is === 'let-in') return
  turn.putWaiting({ ...person, presence: { is: 'let-in', until: turn.now + LET_IN_GRACE_MS } })
  tellModerators(turn, { event: 'knock-ended', knock: person.id })
  turn.do({ do: 'notify', peer: person.id, news: { lobby: 'let-in' } })
}

/** Does not let somebody in (D6): their ticket is worth nothing from then on. */
export function turnAway(
  turn: Turn,
  peer: PeerState,
  request: number,
  { knock }: PageParams<'turn-away'>,
): void {
  if (!permit(turn, peer, request, { do: 'turn-away' }, 'only moderators do that')) return
  const person = turn.waiting.get(knock)
  if (!person) return turn.refuse(peer.id, request, 'not-found', 'nobody of that id waits')
  turn.answer(peer.id, request)
  turn.do({ do: 'close', peer: person.id, code: 'turned-away' })
  endKnock(turn, person)
}

/** They wait no longer; where they were not let in, that counts (D4), so that nobody knocks for ever. */
export function endKnock(turn: Turn, person: WaitingState): void {
  turn.removeWaiting(person.id)
  if (person.presence.is === 'let-in') return
  chargeKnock(turn, person.address)
  tellModerators(turn, { event: 'knock-ended', knock: person.id })
}

/** Somebody does not want to wait any longer. */
export function leaveLobby(turn: Turn, person: WaitingState, request: number): void {
  turn.answer(person.id, request)
  turn.do({ do: 'close', peer: person.id, code: null })
  endKnock(turn, person)
}

/** The socket of somebody who waits is gone: their ticket keeps the place for a while. */
export function waitingCut(turn: Turn, person: WaitingState, goingAway: boolean): void {
  if (person.presence.is === 'let-in') return
  turn.putWaiting({
    ...person,
    presence: { is: 'away', until: graceUntil(turn.now, goingAway, person.presence) },
  })
}

/** Nobody waits for ever for those who do not come back, or do not come in. */
export function tickLobby(turn: Turn): void {
  for (const person of turn.waiting.values()) {
    if (person.presence.is === 'here' || person.presence.until > turn.now) continue
    if (person.presence.is === 'let-in') turn.do({ do: 'close', peer: person.id, code: 'join-timeout' })
    endKnock(turn, person)
  }
}
