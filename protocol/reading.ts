import * as v from 'valibot'
import { ProtocolError } from './errors.ts'

/** What an event may be called: one whose name is such a word, and that we do not know, is of a later version (V2). */
const EventName = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,63}$/, 'the name of an event'))
const Named = v.object({ event: EventName })

/** A schema of events, by their names. */
interface EventVariants {
  readonly options: readonly { readonly entries: { readonly event: { readonly literal: string } } }[]
}

/** Tells the name of a value that is an event, and none of these; null for all else, also for what is no event. */
export function unknownAmong({ options }: EventVariants): (value: unknown) => string | null {
  const known: ReadonlySet<string> = new Set(options.map(({ entries }) => entries.event.literal))
  return (value) => {
    const read = v.safeParse(Named, value)
    return read.success && !known.has(read.output.event) ? read.output.event : null
  }
}

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
