import type { Proposal } from 'ts-mls'
import { decodeUint16, decodeUint32, uint16Encoder, uint32Encoder } from 'ts-mls/codec/number.js'
import { type Decoder, failDecoder, flatMapDecoder, mapDecoder } from 'ts-mls/codec/tlsDecoder.js'
import { type BufferEncoder, contramapBufferEncoders } from 'ts-mls/codec/tlsEncoder.js'
import { decodeVarLenData, varLenDataEncoder } from 'ts-mls/codec/variableLength.js'

/** RFC 9420 §17.4. */
const REMOVE = 3
const EXTERNAL_INIT = 6

const withKind = <T>(kind: number, encoder: BufferEncoder<T>, value: T): ReturnType<BufferEncoder<T>> =>
  contramapBufferEncoders([uint16Encoder, encoder], (said: T): [number, T] => [kind, said])(value)

/**
 * Stands in for what ts-mls writes and reads of proposals (RFC 9420 §12.1): those that members of a room make. A commit with any
 * other is unreadable.
 */
export const proposalEncoder: BufferEncoder<Proposal> = (proposal) => {
  if (proposal.proposalType === 'remove') return withKind(REMOVE, uint32Encoder, proposal.remove.removed)
  if (proposal.proposalType === 'external_init')
    return withKind(EXTERNAL_INIT, varLenDataEncoder, proposal.externalInit.kemOutput)
  return leftOut()
}

const decodeRemove = mapDecoder(
  decodeUint32,
  (removed): Proposal => ({ proposalType: 'remove', remove: { removed } }),
)
const decodeExternalInit = mapDecoder(
  decodeVarLenData,
  (kemOutput): Proposal => ({ proposalType: 'external_init', externalInit: { kemOutput } }),
)

export const decodeProposal: Decoder<Proposal> = flatMapDecoder(decodeUint16, (kind) =>
  kind === REMOVE ? decodeRemove : kind === EXTERNAL_INIT ? decodeExternalInit : failDecoder(),
)

function leftOut(): never {
  throw new Error('not what a room does with its group')
}

/** No group becomes another one. */
export const decodeReinit: Decoder<never> = failDecoder()
export { leftOut as reinitEncoder }
