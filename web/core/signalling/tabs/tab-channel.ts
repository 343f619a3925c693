import * as v from 'valibot'
import { newSendId, ResumeToken, SendId } from '../../../../protocol/ids.ts'
import type { RoomName } from '../../../../protocol/names/room-name.ts'
import { Presence, type ResumeMemory } from '../resume-memory.ts'

/** How long another tab may take to answer: one that lives does so at once, behind others, too. None may have that token. */
const PATIENCE_MS = { here: 1_500, mine: 400, place: 1_500 } as const

/** What a tab asks those that are in the room: whether there is one; whether this token is its own; for its place. */
const Question = v.variant('ask', [
  v.object({ ask: v.literal('here'), id: SendId }),
  v.object({ ask: v.literal('mine'), id: SendId, token: ResumeToken }),
  v.object({ ask: v.literal('place'), id: SendId }),
])
type Question = v.InferOutput<typeof Question>

const Answer = v.object({ answer: SendId, presence: v.nullable(Presence) })
type Answer = v.InferOutput<typeof Answer>

/** The part of `BroadcastChannel` that is used (HTML §9.5): it reaches the tabs of this origin, and nobody else. */
export type TabChannel = Pick<
  BroadcastChannel,
  'postMessage' | 'addEventListener' | 'removeEventListener' | 'close'
>

/** The channel of the tabs that are in, or before, a room. */
export const tabChannel = (room: RoomName): TabChannel => new BroadcastChannel(`essaim.room.${room}`)

/**
 * Answers other tabs for this one, which is in the room, until the returned function is called. Whoever asks for its place is
 * given what proves who it is; the edge closes this tab's socket when that is used (R5).
 */
export function answerTabs(channel: TabChannel, memory: Pick<ResumeMemory, 'read'>): () => void {
  channel.addEventListener('message', ({ data }) => {
    const read = v.safeParse(Question, data)
    if (!read.success) return
    const question = read.output
    const own = memory.read()
    if (own === null || !('token' in own)) return
    if (question.ask === 'mine' && question.token !== own.token) return
    const presence = question.ask === 'place' ? own : null
    channel.postMessage({ answer: question.id, presence } satisfies Answer)
  })
  return () => channel.close()
}

/** Whether a tab of this browser is in the room, and lives. */
export const isHere = async (channel: TabChannel): Promise<boolean> =>
  (await ask(channel, { ask: 'here', id: newSendId() })) !== null

/** Whether that token is in use by another tab: a tab that was duplicated has a copy. */
export const isOfAnother = async (channel: TabChannel, token: ResumeToken): Promise<boolean> =>
  (await ask(channel, { ask: 'mine', id: newSendId(), token })) !== null

/** What proves who the other tab is, to take its place with; null where it does not answer. */
export const askForPlace = async (channel: TabChannel): Promise<Presence | null> =>
  (await ask(channel, { ask: 'place', id: newSendId() }))?.presence ?? null

/** The first answer to the question; null where none comes within `PATIENCE_MS`. Closes the channel. */
async function ask(channel: TabChannel, question: Question): Promise<Answer | null> {
  const { promise, resolve } = Promise.withResolvers<Answer | null>()
  const hear = ({ data }: MessageEvent): void => {
    const read = v.safeParse(Answer, data)
    if (read.success && read.output.answer === question.id) resolve(read.output)
  }
  channel.addEventListener('message', hear)
  const timer = setTimeout(() => resolve(null), PATIENCE_MS[question.ask])
  try {
    channel.postMessage(question)
    return await promise
  } finally {
    clearTimeout(timer)
    channel.close()
  }
}
