import type { PeerId } from '../../../../protocol/ids.ts'
import type { Person } from '../../../core/session/room-session.ts'

/** How long somebody has to speak before the large place is theirs, in milliseconds: a cough moves nothing. */
export const TAKES_OVER_MS = 900

/** Whose the large place is, and who is about to take it. */
export interface SpeakerFocus {
  readonly person: PeerId | null
  readonly rising: { readonly person: PeerId; readonly sinceMs: number } | null
  /** Everybody who ever spoke, whoever began last first. */
  readonly spoke: readonly PeerId[]
  readonly speaking: ReadonlySet<PeerId>
}

export const NO_FOCUS: SpeakerFocus = { person: null, rising: null, spoke: [], speaking: new Set() }

type ReceivedMessage = Pick<Person, 'id' | 'self' | 'speaking' | 'video'>

/**
 * The focus after people are as they are now. Whoever has the large place keeps it while they speak, and after it
 * until another has spoken for TAKES_OVER_MS. Oneself is never looked at while somebody else is there. With the same
 * people and the same time it is the same focus.
 */
export function refocus(
  focus: SpeakerFocus,
  people: readonly ReceivedMessage[],
  nowMs: number,
): SpeakerFocus {
  const speaking = new Set(people.filter((each) => each.speaking).map(({ id }) => id))
  const spoke = recall(focus, people, speaking)
  const others = people.filter((each) => !each.self)
  const holder = others.find(({ id }) => id === focus.person) ?? firstOf(others) ?? people[0]
  const holds = { person: holder?.id ?? null, spoke, speaking }
  const loud = others.filter((each) => each.speaking)
  if (loud.length === 0 || loud.some(({ id }) => id === holds.person)) return { ...holds, rising: null }
  const rising = loud.find(({ id }) => id === focus.rising?.person)
  if (!rising || !focus.rising) {
    const first = spoke.find((id) => loud.some((each) => each.id === id))
    return { ...holds, rising: first === undefined ? null : { person: first, sinceMs: nowMs } }
  }
  if (nowMs - focus.rising.sinceMs < TAKES_OVER_MS) return { ...holds, rising: focus.rising }
  return { ...holds, person: rising.id, rising: null }
}

/** Before anybody spoke: somebody whose picture there is to see. */
const firstOf = (others: readonly ReceivedMessage[]): ReceivedMessage | undefined =>
  others.find(({ video }) => video !== null) ?? others[0]

function recall(
  { spoke, speaking }: SpeakerFocus,
  people: readonly ReceivedMessage[],
  now: ReadonlySet<PeerId>,
): readonly PeerId[] {
  const began = [...now].filter((id) => !speaking.has(id))
  const here = new Set(people.map(({ id }) => id))
  if (began.length === 0 && spoke.every((id) => here.has(id))) return spoke
  return [...began, ...spoke.filter((id) => here.has(id) && !began.includes(id))]
}
