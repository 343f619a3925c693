import * as v from 'valibot'
import { rulesOf } from '../../../protocol/page-edge/message-kinds.ts'
import { FileDescription } from '../files/file-payload.ts'

/** The longest text of one message, in UTF-16 code units: what is left of a payload when the text is quoted as JSON. */
export const TEXT_MAX_LENGTH = 4_000

/** What a chat message says: something, or here is a file, or both. */
export const ChatPayload = v.pipe(
  v.object({
    text: v.pipe(v.string(), v.maxLength(TEXT_MAX_LENGTH)),
    file: v.exactOptional(FileDescription),
  }),
  v.check(({ text, file }) => text !== '' || file !== undefined, 'says nothing'),
)
export type ChatPayload = v.InferOutput<typeof ChatPayload>

/** A message as it is sent; null where it says nothing, or where quoting makes it too long for one. */
export function chatPayload(written: string, file?: FileDescription): string | null {
  const text = written.trim()
  if ((text === '' && !file) || text.length > TEXT_MAX_LENGTH) return null
  const payload = JSON.stringify({ text, ...(file && { file }) } satisfies ChatPayload)
  return payload.length <= rulesOf('chat').maxLength ? payload : null
}
