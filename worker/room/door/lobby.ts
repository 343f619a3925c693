import type { ErrorCode } from '../../../protocol/errors.ts'
import type { PeerId } from '../../../protocol/ids.ts'
import { ADMIT_GRACE_MS } from '../../../protocol/limits.ts'
import type { Knock } from '../../../protocol/page-edge/door.ts'
import type { PageEvent } from '../../../protocol/page-edge/events.ts'
import type { PageParams } from '../../../protocol/page-edge/requests.ts'
import type { RoomDraft } from '../core/draft.ts'
import type { InputOf } from '../core/inputs.ts'
import type { WaitingState } from '../core/peer-state.ts'
import type { RequestContext } from '../core/request-context.ts'
import type { Timer } from '../core/schedule.ts'
import { graceUntil } from '../membership/grace.ts'
import { isSameName, nameOf } from '../membership/roster.ts'
import { chargeKnock } from './knocks.ts'
import { provenanceOf } from './newcomer.ts'

type Join = InputOf<'join'>

/** Somebody waits until a moderator decides (D5), or goes on waiting on another socket. */
export function waitInLobby(draft: RoomDraft, input: Join, known: WaitingState | undefined): void {
  const { peer, request, params } = input
  if (known && known.id !== peer) draft.do({ do: 'bind-socket', from: peer, to: known.id })
  const person: WaitingState = known
    ? { ...known, name: nameOf(known, input), presence: { is: 'here' } }
    : {
        id: peer,
        name: params.name,
        ticket: input.ticket,
        ...provenanceOf(input),
        at: draft.now,
        presence: { is: 'here' },
      }
  draft.putWaiting(person)
  if (!known || !isSameName(known.name, person.name))
    tellModerators(draft, { event: 'knocked', knock: asKnock(person) })
  draft.answer(person.id, request, { kind: 'waiting', ticket: person.ticket })
}

/** Who waits, as moderators see them; whoever was let in already is none of their business any more. */
export const knocks = (draft: RoomDraft): Knock[] =>
  [...draft.waiting.values()].filter((person) => person.presence.is !== 'admitted').map(asKnock)

const asKnock = ({ id, name, at }: WaitingState): Knock => ({ id, name, at })

/** Tells somebody who has just become moderator who waits. */
export function showLobby(draft: RoomDraft, moderator: PeerId): void {
  for (const knock of knocks(draft)) draft.tell({ only: moderator }, { event: 'knocked', knock })
}

function tellModerators(draft: RoomDraft, event: PageEvent): void {
  for (const peer of draft.peers.values()) {
    if (peer.role === 'moderator') draft.tell({ only: peer.id }, event)
  }
}

/** Opens the door for one who waits, or for all of them (D6). */
export function admit(context: RequestContext, { knock }: PageParams<'admit'>): void {
  const { draft } = context
  if (!context.permits({ do: 'admit' }, 'only moderators do that')) return
  if (knock === null) {
    context.answer()
    return admitAll(draft)
  }
  const person = draft.waiting.get(knock)
  if (!person) return context.refuse('not-found', 'nobody of that id waits')
  context.answer()
  admitOne(draft, person)
}

/** The lobby ends, or a moderator admits all who wait. */
export function admitAll(draft: RoomDraft): void {
  for (const person of draft.waiting.values()) admitOne(draft, person)
}

function admitOne(draft: RoomDraft, person: WaitingState): void {
  if (person.presence.is === 'admitted') return
  draft.putWaiting({ ...person, presence: { is: 'admitted', until: draft.now + ADMIT_GRACE_MS } })
  tellModerators(draft, { event: 'knock-ended', knock: person.id })
  draft.do({ do: 'tell-waiting', peer: person.id, news: { lobby: 'admitted' } })
}

/** Does not let somebody in (D6): their ticket is worth nothing from then on. */
export function deny(context: RequestContext, { knock }: PageParams<'deny'>): void {
  const { draft } = context
  if (!context.permits({ do: 'deny' }, 'only moderators do that')) return
  const person = draft.waiting.get(knock)
  if (!person) return context.refuse('not-found', 'nobody of that id waits')
  context.answer()
  draft.do({ do: 'close-socket', peer: person.id, code: 'denied' })
  endKnock(draft, person)
}

/** Lets none of them in, for a reason that is none of their doing: it counts against nobody. */
export function dismissAll(draft: RoomDraft, code: ErrorCode): void {
  for (const person of draft.waiting.values()) {
    draft.do({ do: 'close-socket', peer: person.id, code })
    draft.removeWaiting(person.id)
    if (person.presence.is !== 'admitted') tellModerators(draft, { event: 'knock-ended', knock: person.id })
  }
}

/** They wait no longer; where they were not let in, that counts (D4), so that nobody knocks for ever. */
export function endKnock(draft: RoomDraft, person: WaitingState): void {
  draft.removeWaiting(person.id)
  if (person.presence.is === 'admitted') return
  chargeKnock(draft, person.address)
  tellModerators(draft, { event: 'knock-ended', knock: person.id })
}

/** Somebody does not want to wait any longer. */
export function leaveLobby(draft: RoomDraft, person: WaitingState, request: number): void {
  draft.answer(person.id, request)
  draft.do({ do: 'close-socket', peer: person.id, code: null })
  endKnock(draft, person)
}

/** The socket of somebody who waits is gone: their ticket keeps the place for a while. */
export function waitingCut(draft: RoomDraft, person: WaitingState, goingAway: boolean): void {
  if (person.presence.is === 'admitted') return
  draft.putWaiting({
    ...person,
    presence: { is: 'away', until: graceUntil(draft.now, goingAway, person.presence) },
  })
}

function tickLobby(draft: RoomDraft): void {
  for (const person of draft.waiting.values()) {
    if (person.presence.is === 'here' || person.presence.until > draft.now) continue
    if (person.presence.is === 'admitted')
      draft.do({ do: 'close-socket', peer: person.id, code: 'admission-expired' })
    endKnock(draft, person)
  }
}

/** Nobody waits for ever for those who do not come back, or do not come in. */
export const lobbyTimer: Timer = {
  due: ({ waiting }) =>
    [...waiting.values()].flatMap(({ presence }) => ('until' in presence ? [presence.until] : [])),
  tick: tickLobby,
}
