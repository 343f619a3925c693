import * as v from 'valibot'
import { FILE_MAX_BYTES, FILE_NAME_MAX_LENGTH, PARTS_IN_WINDOW } from './file-limits.ts'
import { tidyFileName } from './file-name.ts'

const Name = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16}$/))
const Index = v.pipe(v.number(), v.integer(), v.minValue(0))

/** What a chat message says about the file that comes with it (T7); its bytes are fetched from whoever sent it. */
export const FileDescription = v.object({
  /** What its sender knows it by. */
  id: Name,
  name: v.pipe(
    v.string(),
    v.maxLength(FILE_NAME_MAX_LENGTH * 4),
    v.transform(tidyFileName),
    v.check((name) => name !== '', 'a name'),
  ),
  /** In bytes. */
  size: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(FILE_MAX_BYTES)),
  /** What the sender's system takes it for; never what it is shown as. */
  type: v.pipe(v.string(), v.regex(/^[\w.+/-]{0,100}$/)),
  /** SHA-256 of its bytes, in base64url. */
  sha256: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
})
export type FileDescription = v.InferOutput<typeof FileDescription>

/** What two pages say to each other about a file (T8). `fetch` names one fetching of it, and is chosen by whoever fetches. */
export const FilePayload = v.variant('do', [
  /** Asks for so many parts from one on. */
  v.object({
    do: v.literal('ask'),
    file: Name,
    fetch: Name,
    from: Index,
    count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(PARTS_IN_WINDOW)),
  }),
  v.object({ do: v.literal('part'), fetch: Name, part: Index, data: v.string() }),
  /** Whoever fetched wants no more of it. */
  v.object({ do: v.literal('stop'), fetch: Name }),
  /** There is no such file, or not for whoever asks. */
  v.object({ do: v.literal('gone'), fetch: Name }),
])
export type FilePayload = v.InferOutput<typeof FilePayload>
