import { effect, type ReadonlySignal, signal } from '@preact/signals'
import type { PeerId } from '../../../protocol/ids.ts'
import { perSession } from '../../core/session/per-session.ts'
import type { Person } from '../../core/session/room-session.ts'

interface Spoken {
  readonly name: string
  /** How long they have spoken, but for what goes on now. */
  readonly doneMs: number
  /** Since when they speak now; null while they are silent. */
  readonly speaksSinceMs: number | null
  /** Whether they are still in the room. */
  readonly here: boolean
}

/** Who has spoken how long, as it was heard in this page. Times are those of `performance.now()`. */
export interface SpeakingTimes {
  readonly sinceMs: number
  readonly people: ReadonlyMap<PeerId, Spoken>
}

/** One person's part in all that was said. */
export interface SpeakingShare {
  readonly id: PeerId
  readonly name: string
  readonly here: boolean
  readonly totalMs: number
  /** Of all speaking, 0 to 1. */
  readonly share: number
}

export const nobodySpoke = (nowMs: number): SpeakingTimes => ({ sinceMs: nowMs, people: new Map() })

const totalOf = ({ doneMs, speaksSinceMs }: Spoken, nowMs: number): number =>
  doneMs + (speaksSinceMs === null ? 0 : nowMs - speaksSinceMs)

/** The times after a look at who is here and who speaks. Whoever has gone is remembered if they spoke. */
export function countSpeaking(times: SpeakingTimes, people: readonly Person[], nowMs: number): SpeakingTimes {
  const counted = new Map<PeerId, Spoken>()
  const here = new Map(people.map((person) => [person.id, person]))
  for (const [id, spoken] of times.people) {
    const doneMs = totalOf(spoken, nowMs)
    if (!here.has(id) && doneMs > 0)
      counted.set(id, { name: spoken.name, doneMs, speaksSinceMs: null, here: false })
  }
  for (const { id, name, speaking } of people) {
    const before = times.people.get(id)
    const goesOn = before !== undefined && (before.speaksSinceMs !== null) === speaking
    if (before && goesOn) counted.set(id, { ...before, name, here: true })
    else
      counted.set(id, {
        name,
        doneMs: before ? totalOf(before, nowMs) : 0,
        speaksSinceMs: speaking ? nowMs : null,
        here: true,
      })
  }
  return { ...times, people: counted }
}

/** Everybody's part, whoever spoke most first. */
export function speakingShares(times: SpeakingTimes, nowMs: number): SpeakingShare[] {
  const totals = [...times.people].map(([id, spoken]) => ({
    id,
    name: spoken.name,
    here: spoken.here,
    totalMs: totalOf(spoken, nowMs),
  }))
  const all = totals.reduce((sum, { totalMs }) => sum + totalMs, 0)
  return totals
    .map((each) => ({ ...each, share: all > 0 ? each.totalMs / all : 0 }))
    .sort((one, other) => other.totalMs - one.totalMs)
}

/** Counts from the first time that it is asked for, and tells nobody. */
export const speakingTimesOf = perSession(({ view }): ReadonlySignal<SpeakingTimes> => {
  const times = signal(nobodySpoke(performance.now()))
  effect(() => {
    const { people } = view.value
    times.value = countSpeaking(times.peek(), people, performance.now())
  })
  return times
})
