import type { RoomName } from '../../../../protocol/names/room-name.ts'
import { type ResumeMemory, tabMemory } from '../resume-memory.ts'
import { answerTabs, askForPlace, isHere, isOfAnother, tabChannel } from './tab-channel.ts'

const memoryOf = (room: RoomName): ResumeMemory => tabMemory(room, () => sessionStorage)

/** Answers other tabs for this one, until the returned function is called. */
export const answerFor = (room: RoomName): (() => void) => answerTabs(tabChannel(room), memoryOf(room))

export const isThere = (room: RoomName): Promise<boolean> => isHere(tabChannel(room))

/** Whether this tab's proof of who it is belongs to another tab, of which it is a copy; then it is forgotten. */
export async function forgetCopy(room: RoomName): Promise<boolean> {
  const memory = memoryOf(room)
  const own = memory.read()
  if (own === null || !('token' in own)) return false
  const copied = await isOfAnother(tabChannel(room), own.token)
  if (copied) memory.forget()
  return copied
}

/** Has another tab give its place to this one, which is whoever it was as soon as it joins; false where none answers. */
export async function takePlace(room: RoomName): Promise<boolean> {
  const presence = await askForPlace(tabChannel(room))
  if (presence !== null) memoryOf(room).write(presence)
  return presence !== null
}
