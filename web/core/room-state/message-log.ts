import type { PeerId } from '../../../protocol/ids.ts'
import { type MessageKind, rulesOf } from '../../../protocol/page-edge/message-kinds.ts'
import type { OpenedMessage } from '../encryption/opened.ts'

/**
 * What people sent each other and still holds, as far as it was for us: by kind, in the order of the room. Kinds of
 * which nothing is kept are not in it.
 */
export type MessageLog = ReadonlyMap<MessageKind, readonly OpenedMessage[]>

export const EMPTY_LOG: MessageLog = new Map()

export const messagesOf = (log: MessageLog, kind: MessageKind): readonly OpenedMessage[] =>
  log.get(kind) ?? []

/** The log with these messages in their places; one that is there already, or was overtaken by a later one, is not added. */
export function addToLog(log: MessageLog, messages: readonly OpenedMessage[]): MessageLog {
  const kinds = new Set(messages.map(({ kind }) => kind))
  return [...kinds].reduce((before, kind) => addOfKind(before, kind, messages), log)
}

/** In steps of what is there and what comes, not of their product: a long history comes at once. */
function addOfKind(log: MessageLog, kind: MessageKind, messages: readonly OpenedMessage[]): MessageLog {
  const { kept } = rulesOf(kind)
  if (kept === 'none') return log
  const before = messagesOf(log, kind)
  const known = new Set(before.map(({ id }) => id))
  const fresh = messages.filter((message) => message.kind === kind && !known.has(message.id))
  if (fresh.length === 0) return log
  const all = inOrder([...before, ...fresh])
  const after = kept === 'latest' ? latestOfEach(all) : withoutReplaced(all)
  return isSame(before, after) ? log : new Map(log).set(kind, after)
}

/** Nearly always in order already: only what came before one arrived has to find its place. */
function inOrder(messages: OpenedMessage[]): readonly OpenedMessage[] {
  const ordered = messages.every(({ id }, index) => id > (messages[index - 1]?.id ?? 0))
  if (ordered) return messages
  const byId = new Map(messages.toReversed().map((message) => [message.id, message]))
  return [...byId.values()].sort((one, other) => one.id - other.id)
}

function latestOfEach(messages: readonly OpenedMessage[]): readonly OpenedMessage[] {
  const latest = new Map(messages.map(({ from, id }) => [from, id]))
  return messages.filter(({ from, id }) => latest.get(from) === id)
}

/** Those that no other stands for. */
function withoutReplaced(messages: readonly OpenedMessage[]): readonly OpenedMessage[] {
  const upTo = messages.reduce((most, message) => Math.max(most, message.upTo ?? 0), 0)
  return upTo === 0 ? messages : messages.filter(({ id }) => id > upTo)
}

const isSame = (one: readonly OpenedMessage[], other: readonly OpenedMessage[]): boolean =>
  one.length === other.length && one.every((message, index) => message === other[index])

/** Somebody's latest message of that kind no longer holds. */
export function clearFromLog(log: MessageLog, peer: PeerId, kind: MessageKind): MessageLog {
  const before = messagesOf(log, kind)
  const after = before.filter((message) => message.from !== peer)
  return after.length === before.length ? log : new Map(log).set(kind, after)
}

/** Somebody has left: what holds only while they are there goes with them. */
export function leaveLog(log: MessageLog, peer: PeerId): MessageLog {
  const kinds = [...log.keys()].filter((kind) => rulesOf(kind).kept === 'latest')
  return kinds.reduce((rest, kind) => clearFromLog(rest, peer, kind), log)
}
