import type { PeerId } from '../../protocol/ids.ts'
import type { RelayedMessage } from '../../protocol/relay.ts'
import { type RelayKind, rulesOf } from '../../protocol/relay-kinds.ts'

/**
 * What people sent each other and still holds, as far as it was for us: by kind, in the order of the room. Kinds of
 * which nothing is kept are not in it.
 */
export type RelayLog = ReadonlyMap<RelayKind, readonly RelayedMessage[]>

export const EMPTY_LOG: RelayLog = new Map()

export const messagesOf = (log: RelayLog, kind: RelayKind): readonly RelayedMessage[] => log.get(kind) ?? []

/** The log with these messages in their places; one that is there already, or was overtaken by a later one, is not added. */
export function addToLog(log: RelayLog, messages: readonly RelayedMessage[]): RelayLog {
  return messages.reduce(addOne, log)
}

function addOne(log: RelayLog, message: RelayedMessage): RelayLog {
  const { id, kind, upTo = 0 } = message
  const { kept } = rulesOf(kind)
  if (kept === 'none') return log
  const before = messagesOf(log, kind)
  const replaces = (older: RelayedMessage, newer: RelayedMessage): boolean =>
    older.id <= (newer.upTo ?? 0) || (kept === 'latest' && older.from === newer.from && older.id < newer.id)
  if (before.some((other) => other.id === id || replaces(message, other))) return log
  const others = kept === 'latest' || upTo > 0 ? before.filter((other) => !replaces(other, message)) : before
  return new Map(log).set(kind, inOrder([...others, message]))
}

/** Nearly always in order already: only what came before one arrived has to find its place. */
function inOrder(messages: RelayedMessage[]): readonly RelayedMessage[] {
  const last = messages.at(-1)
  const beforeLast = messages.at(-2)
  if (!last || !beforeLast || beforeLast.id < last.id) return messages
  return messages.sort((one, other) => one.id - other.id)
}

/** Somebody's latest message of that kind no longer holds. */
export function clearFromLog(log: RelayLog, peer: PeerId, kind: RelayKind): RelayLog {
  const before = messagesOf(log, kind)
  const after = before.filter((message) => message.from !== peer)
  return after.length === before.length ? log : new Map(log).set(kind, after)
}

/** Somebody has left: what holds only while they are there goes with them. */
export function leaveLog(log: RelayLog, peer: PeerId): RelayLog {
  const kinds = [...log.keys()].filter((kind) => rulesOf(kind).kept === 'latest')
  return kinds.reduce((rest, kind) => clearFromLog(rest, peer, kind), log)
}
