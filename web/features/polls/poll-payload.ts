import * as v from 'valibot'
import { MAX_PEERS_PER_ROOM } from '../../../protocol/limits.ts'
import { tidyLine } from '../../../protocol/names/display-name.ts'

export const POLL_MIN_OPTIONS = 2
export const POLL_MAX_OPTIONS = 20
/** In UTF-16 code units. */
export const POLL_QUESTION_MAX_LENGTH = 300
export const POLL_OPTION_MAX_LENGTH = 120

const line = (maxLength: number) =>
  v.pipe(
    v.string(),
    v.maxLength(maxLength),
    v.check((text) => text !== '' && text === tidyLine(text), 'a line of text without anything invisible'),
  )
const PollId = v.pipe(v.number(), v.integer(), v.minValue(1))

/** A question; the number that the edge gives the message is the poll's id, which nobody can choose or forge. */
export const Question = v.object({
  do: v.literal('ask'),
  question: line(POLL_QUESTION_MAX_LENGTH),
  options: v.pipe(
    v.array(line(POLL_OPTION_MAX_LENGTH)),
    v.minLength(POLL_MIN_OPTIONS),
    v.maxLength(POLL_MAX_OPTIONS),
  ),
  multiple: v.boolean(),
  anonymous: v.boolean(),
})
export type Question = v.InferOutput<typeof Question>

/** What is sent as `poll`. */
export const PollPayload = v.variant('do', [Question, v.object({ do: v.literal('close'), poll: PollId })])

const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_PEERS_PER_ROOM * 10))

/** What is sent as `vote`: a ballot, to everyone or to whoever asked anonymously; or what that person has counted. */
export const VotePayload = v.variant('do', [
  v.object({
    do: v.literal('vote'),
    poll: PollId,
    /** Indices of options; none takes the vote back. */
    choices: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), v.maxLength(POLL_MAX_OPTIONS)),
  }),
  v.object({
    do: v.literal('tally'),
    poll: PollId,
    counts: v.pipe(v.array(Count), v.maxLength(POLL_MAX_OPTIONS)),
    voters: Count,
  }),
])
export type VotePayload = v.InferOutput<typeof VotePayload>
