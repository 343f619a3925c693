import type { GroupInfo, PublicMessage } from 'ts-mls'
import type { Decoder } from 'ts-mls/codec/tlsDecoder.js'
import { decodeGroupInfo as decodeInfo, encodeGroupInfo as encodeInfo } from 'ts-mls/groupInfo.js'
import { decodePublicMessage, encodePublicMessage } from 'ts-mls/publicMessage.js'
import { joined } from '../../bytes.ts'
import { GroupError } from '../group-error.ts'

/** Each kind of message of the first version, as the four bytes that an MLSMessage begins with (RFC 9420 §6, §17.2). */
const PUBLIC_MESSAGE = Uint8Array.of(0, 1, 0, 1)
const GROUP_INFO = Uint8Array.of(0, 1, 0, 4)

const begins = (bytes: Uint8Array, begin: Uint8Array): boolean =>
  begin.every((byte, at) => byte === bytes[at])

/** Reads what follows the beginning of an MLSMessage, and fills the bytes. Throws a GroupError. */
function decode<T>(bytes: Uint8Array, begin: Uint8Array, decoder: Decoder<T>): T {
  let read: [T, number] | undefined
  try {
    read = decoder(bytes, begin.length)
  } catch (cause) {
    throw new GroupError('unreadable', { cause })
  }
  if (read === undefined || begin.length + read[1] !== bytes.length) throw new GroupError('unreadable')
  return read[0]
}

/** Reads what newcomers start from (RFC 9420 §12.4.3). Throws a GroupError where it is something else. */
export function decodeGroupInfo(bytes: Uint8Array): GroupInfo {
  if (!begins(bytes, GROUP_INFO)) throw new GroupError('no description of a group')
  return decode(bytes, GROUP_INFO, decodeInfo)
}

export const encodeGroupInfo = (groupInfo: GroupInfo): Uint8Array => joined(GROUP_INFO, encodeInfo(groupInfo))

/** Reads what members are told of a change (RFC 9420 §6.2). Throws a GroupError where it is something else. */
export function decodeCommit(bytes: Uint8Array): PublicMessage {
  if (!begins(bytes, PUBLIC_MESSAGE)) throw new GroupError('no commit')
  return decode(bytes, PUBLIC_MESSAGE, decodePublicMessage)
}

export const encodeCommit = (publicMessage: PublicMessage): Uint8Array =>
  joined(PUBLIC_MESSAGE, encodePublicMessage(publicMessage))
