import * as v from 'valibot'
import { randomBase64url } from '../../../protocol/base64url.ts'
import type { ErrorCode } from '../../../protocol/errors.ts'
import type { RoomEffect } from '../core/effects.ts'
import type { RoomInput } from '../core/inputs.ts'
import type { RoomState } from '../core/state.ts'

/** How a join ended: well in one of three ways, or with an error's code. */
type JoinOutcome = 'welcome' | 'resumed' | 'waiting' | ErrorCode

/** What a room counts. People are who came in, conferences who met: two at least, until the room is empty. */
type CountName =
  | 'people'
  | 'conferences'
  | 'media-lost'
  | 'relayed-bytes'
  | `joins ${JoinOutcome}`
  | `refusals ${ErrorCode}`

/** What a room has counted since it was last empty: numbers, under an id that says nothing. */
export const RoomFigures = v.object({
  id: v.string(),
  /** How many are in the room now. */
  people: v.number(),
  /** Whether two were in the room at a time. */
  met: v.boolean(),
  /** By CountName; they only grow. */
  counts: v.record(v.string(), v.number()),
})
export type RoomFigures = v.InferOutput<typeof RoomFigures>

export const newFigures = (): RoomFigures => ({ id: randomBase64url(12), people: 0, met: false, counts: {} })

/** One step of the room. */
export interface CountedStep {
  readonly before: RoomState
  readonly input: RoomInput
  readonly after: RoomState
  readonly effects: readonly RoomEffect[]
}

/** The figures after a step; the same object where there was nothing to count. */
export function figuresAfter(
  figures: RoomFigures,
  { before, input, after, effects }: CountedStep,
): RoomFigures {
  const here = [...after.peers.values()].filter(({ announced }) => announced)
  const counted: CountName[] = here
    .filter(({ id, returned }) => !returned && !before.peers.get(id)?.announced)
    .map(() => 'people' as const)
  const people = here.length
  if (people >= 2 && !figures.met) counted.push('conferences')
  if (effects.some((effect) => effect.do === 'tell' && effect.event.event === 'media-lost'))
    counted.push('media-lost')
  counted.push(...effects.flatMap((effect) => answerOf(effect, input) ?? []))
  const viaTurn = Math.max(0, after.head.turnUsage.bytes - before.head.turnUsage.bytes)
  const met = people > 0 && (figures.met || people >= 2)
  const same = people === figures.people && met === figures.met && counted.length === 0 && viaTurn === 0
  return same ? figures : { ...figures, people, met, counts: added(figures.counts, counted, viaTurn) }
}

/** The figures after a message was refused without a step. */
export const figuresAfterRefusal = (figures: RoomFigures, code: ErrorCode): RoomFigures => ({
  ...figures,
  counts: added(figures.counts, [`refusals ${code}`], 0),
})

function added(
  counts: RoomFigures['counts'],
  counted: readonly CountName[],
  turnBytes: number,
): RoomFigures['counts'] {
  const sums = { ...counts }
  const add = (name: CountName, more: number): void => {
    sums[name] = (sums[name] ?? 0) + more
  }
  for (const name of counted) add(name, 1)
  if (turnBytes > 0) add('relayed-bytes', turnBytes)
  return sums
}

/** What a page was answered that counts; null where it does not. */
function answerOf(effect: RoomEffect, input: RoomInput): CountName | null {
  if (effect.do === 'replay') return 'joins resumed'
  if (effect.do === 'refuse') {
    const ofJoin = input.on === 'join' && effect.request === input.request && effect.peer === input.peer
    return ofJoin ? `joins ${effect.error.code}` : `refusals ${effect.error.code}`
  }
  if (effect.do !== 'answer' || !('kind' in effect.result)) return null
  const { kind } = effect.result
  return kind === 'welcome' || kind === 'waiting' ? `joins ${kind}` : null
}
