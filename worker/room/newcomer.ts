import type { Newcomer } from '../access.ts'
import { turnAtPasswords } from './crowd.ts'
import { type AddressHash, browserHashOf, isOwner, isPassword } from './door-secrets.ts'
import type { RoomInput } from './inputs.ts'
import { mayKnock } from './knocks.ts'
import type { Provenance, WaitingState } from './state.ts'
import { triesLeft } from './tries.ts'
import type { Turn } from './turn.ts'

type Join = Extract<RoomInput, { on: 'join' }>

/** Somebody at the door: what they bring, as far as it could be checked. */
export function newcomerOf(turn: Turn, input: Join, waiting: WaitingState | undefined): Newcomer {
  const { creator } = input.params
  const { owner } = turn.head.door
  return {
    creator: owner !== null && creator !== undefined && isOwner(creator, owner),
    removed: isRemoved(turn, provenanceOf(input)),
    password: passwordOf(turn, input),
    triesLeft: triesLeft(turn.head.tries, whoseTries(input), turn.now) >= 1,
    turn: turnOf(turnAtPasswords(turn, input)),
    mayKnock: mayKnock(turn, input.address),
    ticket: waiting ? (waiting.presence.is === 'let-in' ? 'let-in' : 'waiting') : 'none',
  }
}

/** Whoever is wrong pays themselves: a browser at an address, where it says which one it is (D4). */
export const whoseTries = ({ address, params: { browser } }: Join): AddressHash | null =>
  browser === undefined ? address : browserHashOf(address, browser)

const turnOf = (waitMs: number | null): Newcomer['turn'] =>
  waitMs === null ? 'never' : waitMs > 0 ? 'later' : 'now'

export const provenanceOf = ({ address, params }: Join): Provenance => ({
  browser: params.browser ?? null,
  address,
})

function passwordOf(turn: Turn, { params }: Join): Newcomer['password'] {
  const { password } = turn.head.door
  if (password === null) return 'not-needed'
  if (params.password === undefined) return 'missing'
  return isPassword(params.password, password) ? 'right' : 'wrong'
}

/** Whether the same browser, or the same address, was put out (A6). */
export const isRemoved = (turn: Turn, { browser, address }: Provenance): boolean =>
  turn.head.removed.some(
    (gone) =>
      (browser !== null && gone.browser === browser) || (address !== null && gone.address === address),
  )

/** Who waits with that ticket, or on that socket. */
export function waitingOf(turn: Turn, { peer, params }: Join): WaitingState | undefined {
  const { ticket } = params
  const byTicket = ticket && [...turn.waiting.values()].find((person) => person.ticket === ticket)
  return byTicket || turn.waiting.get(peer)
}
