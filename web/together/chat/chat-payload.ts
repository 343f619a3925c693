import * as v from 'valibot'
import { rulesOf } from '../../../protocol/relay-kinds.ts'

/** The longest text of one message, in UTF-16 code units: what is left of a payload when the text is quoted as JSON. */
export const TEXT_MAX_LENGTH = 4_000

/** What a chat message says. */
export const ChatPayload = v.object({
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(TEXT_MAX_LENGTH)),
})
export type ChatPayload = v.InferOutput<typeof ChatPayload>

/** A message as it is sent; null where it says nothing, or where quoting makes it too long for one. */
export function chatPayload(written: string): string | null {
  const text = written.trim()
  if (text === '' || text.length > TEXT_MAX_LENGTH) return null
  const payload = JSON.stringify({ text } satisfies ChatPayload)
  return payload.length <= rulesOf('chat').maxLength ? payload : null
}
