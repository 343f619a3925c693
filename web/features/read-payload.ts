import * as v from 'valibot'
import type { OpenedMessage } from '../core/encryption/opened.ts'

/** What a message's payload says, as `schema` has it; null where it says nothing of the kind. What is too long is not looked at further. */
export function readPayload<Schema extends v.GenericSchema>(
  schema: Schema,
  payload: string,
): v.InferOutput<Schema> | null {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), payload, { abortEarly: true })
  return read.success ? read.output : null
}

/** Reads what messages say, each of them once: thousands are looked through whenever another one comes. */
export function payloadReader<Schema extends v.GenericSchema>(
  schema: Schema,
): (message: OpenedMessage) => v.InferOutput<Schema> | null {
  const known = new WeakMap<OpenedMessage, v.InferOutput<Schema> | null>()
  return (message) => {
    const before = known.get(message)
    if (before !== undefined) return before
    const read = readPayload(schema, message.payload)
    known.set(message, read)
    return read
  }
}
