import type * as v from 'valibot'
import { ProtocolError } from '../../protocol/errors.ts'
import { BODY_MAX_BYTES } from '../../protocol/limits.ts'
import { readJson, readWith } from '../../protocol/reading.ts'

/** A request's body, as `schema` has it. Throws `bad-message` and `message-too-large`. */
export async function readBody<Schema extends v.GenericSchema>(
  request: Request,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  return readWith(schema, readJson(await textOf(request)))
}

/** Reads no more than it may, whatever the request says of its length. */
async function textOf(request: Request): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > BODY_MAX_BYTES)
      throw new ProtocolError('message-too-large', `at most ${BODY_MAX_BYTES} bytes`)
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}
