import * as v from 'valibot'

/** What a payload of the relay says, as `schema` has it; null where it says nothing of the kind. */
export function readPayload<Schema extends v.GenericSchema>(
  schema: Schema,
  payload: string,
): v.InferOutput<Schema> | null {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), payload)
  return read.success ? read.output : null
}
