import { ProtocolError, type WireError } from '../../protocol/errors.ts'

/** An answer as it crosses from one object to another, where an error would lose its code. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: WireError }

/** What `work` answers, or the ProtocolError that it throws. Rejects with anything else. */
export async function answerOf<Value>(work: () => Value | Promise<Value>): Promise<Answer<Value>> {
  try {
    return { ok: true, value: await work() }
  } catch (thrown) {
    if (!(thrown instanceof ProtocolError)) throw thrown
    return { ok: false, error: thrown.toWire() }
  }
}
