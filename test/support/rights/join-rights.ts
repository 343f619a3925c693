import * as v from 'valibot'
import { newResumeToken } from '../../../protocol/ids.ts'
import { ROUTER_RTP_CAPABILITIES } from '../../../protocol/media/codecs.ts'
import { DisplayName } from '../../../protocol/names/display-name.ts'
import { CreatorKey, LinkProof, PasswordProof, Ticket } from '../../../protocol/page-edge/door.ts'
import type { PageParams, PageRequest } from '../../../protocol/page-edge/requests.ts'
import { PAGE_EDGE } from '../../../protocol/version.ts'
import type { Cast, Outcome, OutsideRole, Right, State } from './cells.ts'
import { everybody, row } from './inside.ts'

/** What opens the doors of these rooms. */
export const PASSWORD = v.parse(PasswordProof, 'p'.repeat(43))
export const OWNERS_KEY = v.parse(CreatorKey, 'o'.repeat(43))
const WRONG_PASSWORD = v.parse(PasswordProof, 'w'.repeat(43))
const OTHER_LINK = v.parse(LinkProof, 'w'.repeat(43))
const MADE_UP_TICKET = v.parse(Ticket, 't'.repeat(43))

type Door = (role: OutsideRole, state: State) => Outcome

const hasPassword = (state: State): boolean => state === 'password' || state === 'shut'
const isLocked = (state: State): boolean => state === 'locked' || state === 'shut'

/** What comes of a join, where this comes of the password in a room that has one. */
const door =
  (password: Outcome): Door =>
  (role, state) => {
    // Who was put out is known for as long as the room lives (A6).
    if (role === 'removed' && state !== 'ended') return 'removed'
    if (role === 'admitted') return 'granted'
    if (role === 'waiting') return 'waiting'
    if (hasPassword(state) && password !== 'granted') return password
    if (isLocked(state)) return 'room-locked'
    return state === 'lobby' ? 'waiting' : 'granted'
  }

/** Whoever waits does so again, and whoever was let in comes in; nobody new does. */
const backOrNotAtAll: Door = (role, state) => {
  if (role === 'waiting') return 'waiting'
  return role === 'admitted' && state !== 'ended' ? 'granted' : 'not-found'
}

const join = (change: Partial<PageParams<'join'>>, { brings }: Cast): PageRequest => ({
  name: 'join',
  params: {
    protocol: PAGE_EDGE.newest,
    name: v.parse(DisplayName, 'Somebody'),
    rtpCapabilities: ROUTER_RTP_CAPABILITIES,
    ...brings,
    ...change,
  },
})

const way = (
  what: string,
  rules: string,
  outside: Door,
  change: () => Partial<PageParams<'join'>> = () => ({}),
): Right =>
  row(what, rules, everybody('already-joined'), (cast) => join(change(), cast), {
    outside,
    insideIsOfShell: true,
    spends: true,
  })

/** Ways to come in, and not to. */
export const JOINS: readonly [Right, ...Right[]] = [
  way('come', 'A3 A6 J4 D3 D5', door('password-required')),
  way('come with the password', 'D3 J4', door('granted'), () => ({ password: PASSWORD })),
  way('come with another password', 'D3', door('wrong-password'), () => ({ password: WRONG_PASSWORD })),
  way(
    'come with the owner’s key',
    'D1',
    () => 'granted',
    () => ({ creatorKey: OWNERS_KEY }),
  ),
  way('come with a ticket that nobody has', 'D6', door('password-required'), () => ({
    ticket: MADE_UP_TICKET,
  })),
  way('come with a token that nobody has', 'R4', door('password-required'), () => ({
    resume: { token: newResumeToken(), seq: 0, media: 'gone' },
  })),
  way('come back, or not at all', 'R7', backOrNotAtAll, () => ({
    resume: { token: newResumeToken(), seq: 0, media: 'gone' },
    resumeOnly: true,
  })),
  way(
    'come with another link',
    'D11 D4',
    (_role, state) => (state === 'encrypted' ? 'wrong-link' : 'not-encrypted'),
    () => ({ linkProof: OTHER_LINK }),
  ),
  {
    ...way('come as to the other kind of room', 'D11', (_role, state) =>
      state === 'encrypted' ? 'link-required' : 'not-encrypted',
    ),
    unlike: true,
  },
  way(
    'come in another version',
    'J3',
    () => 'unsupported-protocol',
    () => ({ protocol: 1 }),
  ),
]
