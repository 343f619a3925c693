import type { PeerId } from '../../../protocol/ids.ts'
import type { OpenedMessage } from '../../core/encryption/opened.ts'
import { readPayload } from '../read-payload.ts'
import { ConsentPayload, MAX_AGREED, type RecordedPart, RecordingPayload } from './recording-payload.ts'

/** A recording that runs. */
export interface Recording {
  readonly id: number
  readonly recorder: PeerId
  readonly name: string
  readonly what: RecordedPart
}

/** Who records what now: whoever stops, or leaves, is not among the messages any more. */
export const recordingsOf = (messages: readonly OpenedMessage[]): Recording[] =>
  messages.flatMap(({ id, from, name, payload }) => {
    const said = readPayload(RecordingPayload, payload)
    return said ? [{ id, recorder: from, name, what: said.what }] : []
  })

/** Who agrees to be in that recording. Everybody speaks for themselves: the edge says who they are. */
export const agreedTo = (consents: readonly OpenedMessage[], recording: number): ReadonlySet<PeerId> =>
  new Set(
    consents
      .filter(({ payload }) => readPayload(ConsentPayload, payload)?.agreed.includes(recording))
      .map(({ from }) => from),
  )

/** What somebody says who agrees to that recording from now on, or no longer does; of others it stays as it was. */
export function consentWith(
  consents: readonly OpenedMessage[],
  self: PeerId,
  recording: Recording,
  running: readonly Recording[],
  agrees: boolean,
): ConsentPayload {
  const others = running.filter(({ id }) => id !== recording.id && agreedTo(consents, id).has(self))
  return { agreed: [...others, ...(agrees ? [recording] : [])].map(({ id }) => id).slice(-MAX_AGREED) }
}
