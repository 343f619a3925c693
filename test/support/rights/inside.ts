import type { PageRequest } from '../../../protocol/page-edge/requests.ts'
import { type Cast, INSIDE, type Outcome, type Right, type Role } from './cells.ts'

/** Words in which the table says who may. */

export const ALL: Right['inside'] = ['granted', 'granted', 'granted']
export const MODERATORS: Right['inside'] = ['not-allowed', 'granted', 'granted']
export const NOBODY: Right['inside'] = ['not-allowed', 'not-allowed', 'not-allowed']
/** For moderators, who find nobody of that id. */
export const IN_VAIN: Right['inside'] = ['not-allowed', 'not-found', 'not-found']

type Cells = NonNullable<Right['otherwise']>

export const everybody = (outcome: Outcome): Right['inside'] => [outcome, outcome, outcome]

const each = (outcome: Outcome): Partial<Record<Role, Outcome>> =>
  Object.fromEntries(INSIDE.map((role) => [role, outcome]))

/** Not for participants where the room’s moderators forbid it (A4). */
export const FORBIDDEN: Cells = {
  forbidden: { participant: 'not-allowed' },
  shut: { participant: 'not-allowed' },
}
/** Where no node carries anybody. */
export const NO_MEDIA: Cells = { nodeless: each('no-media') }
export const nodeless = (outcome: Outcome): Cells => ({ nodeless: each(outcome) })

/** Where the room is encrypted. */
export const inEncrypted = (outcome: Outcome): Cells => ({ encrypted: each(outcome) })

const LET_IN = { moderator: 'granted', owner: 'granted' } as const
/** Where somebody waits. */
export const KNOCKED: Cells = { lobby: LET_IN, shut: LET_IN }

type Name = PageRequest['name']

/** The same request under that name, as often as the table has something to say of it. */
export type RightsOf = { readonly [Each in Name]: readonly [Right, ...Right[]] }

/** The same, each as it is said in the other kind of room, where it would be read by others, or by nobody. */
export const unlike = ({ what, ask }: Right): Right =>
  row(`${what}, as in the other kind of room`, 'K3', everybody('bad-message'), ask, { unlike: true })

/** A row: what it is, the rules that it is of, who may, and what is asked. */
export const row = (
  what: string,
  rules: string,
  inside: Right['inside'],
  ask: (cast: Cast) => PageRequest,
  more: Omit<Right, 'what' | 'rules' | 'inside' | 'ask'> = {},
): Right => ({ what, rules, inside, ask, ...more })
