import {
  decodeMlsMessage,
  encodeMlsMessage,
  type GroupInfo,
  type MLSMessage,
  type PublicMessage,
} from 'ts-mls'
import { GroupError } from '../group-error.ts'

/** Reads an MLSMessage (RFC 9420 §6) that fills the bytes. Throws a GroupError. */
function decode(bytes: Uint8Array): MLSMessage {
  let read: [MLSMessage, number] | undefined
  try {
    read = decodeMlsMessage(bytes, 0)
  } catch (cause) {
    throw new GroupError('unreadable', { cause })
  }
  if (read === undefined || read[1] !== bytes.length) throw new GroupError('unreadable')
  return read[0]
}

/** Reads what newcomers start from (RFC 9420 §12.4.3). Throws a GroupError where it is something else. */
export function decodeGroupInfo(bytes: Uint8Array): GroupInfo {
  const message = decode(bytes)
  if (message.wireformat !== 'mls_group_info') throw new GroupError('no description of a group')
  return message.groupInfo
}

export const encodeGroupInfo = (groupInfo: GroupInfo): Uint8Array =>
  encodeMlsMessage({ version: 'mls10', wireformat: 'mls_group_info', groupInfo })

/** Reads what members are told of a change (RFC 9420 §6.2). Throws a GroupError where it is something else. */
export function decodeCommit(bytes: Uint8Array): PublicMessage {
  const message = decode(bytes)
  if (message.wireformat !== 'mls_public_message') throw new GroupError('no commit')
  return message.publicMessage
}

export const encodeCommit = (publicMessage: PublicMessage): Uint8Array =>
  encodeMlsMessage({ version: 'mls10', wireformat: 'mls_public_message', publicMessage })
