import * as v from 'valibot'
import { ProtocolError } from './errors.ts'

/** What an event may be called: one whose name is such a word, and that we do not know, is of a later version (V2). */
export const EventName = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,63}$/, 'the name of an event'))

/** JSON (RFC 8259) from the outside. Throws `bad-message`. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new ProtocolError('bad-message', 'not JSON', { cause })
  }
}

/** A value from the outside, as `schema` has it. Throws `bad-message`, naming the first place that does not fit. */
export function readWith<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
): v.InferOutput<Schema> {
  const outcome = v.safeParse(schema, value, { abortEarly: true })
  if (outcome.success) return outcome.output
  const [issue] = outcome.issues
  const place = v.getDotPath(issue) ?? 'message'
  // The sentence names what was expected, never what was received: that could be a token or a key.
  throw new ProtocolError('bad-message', `${place}: expected ${(issue.expected ?? issue.type).slice(0, 200)}`)
}
