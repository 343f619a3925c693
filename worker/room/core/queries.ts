import * as v from 'valibot'
import { type NodeId, type ProducerId, TransportId } from '../../../protocol/ids.ts'
import type { Direction } from '../../../protocol/media/transport.ts'
import type { RoomSettings } from '../../../protocol/page-edge/roster.ts'
import type { MessagePayload, PersonName } from '../../../protocol/page-edge/sealed.ts'
import { stricter } from '../../turn/turn-level.ts'
import type { Circumstances } from './access.ts'
import type { PeerState } from './peer-state.ts'
import type { RoomHead, RoomState } from './state.ts'

/** What is asked of a room's state in many places; a draft answers as well. */

type People = Pick<RoomState, 'peers'>

/** The people whose media a node carries, or was asked to; not those who are leaving it. */
export const peersOn = ({ peers }: People, node: NodeId): PeerState[] =>
  [...peers.values()].filter((peer) => peer.node === node)

/** The nodes that carry somebody of the room, those with most people first; those that are being left come last. */
export function nodesInUse({ peers }: People): NodeId[] {
  const counts = new Map<NodeId, number>()
  for (const { node, migratingFrom } of peers.values()) {
    if (node !== null) counts.set(node, (counts.get(node) ?? 0) + 1)
    if (migratingFrom !== null) counts.set(migratingFrom.node, counts.get(migratingFrom.node) ?? 0)
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([node]) => node)
}

export const moderatorsOf = ({ peers }: People): PeerState[] =>
  [...peers.values()].filter(({ role }) => role === 'moderator')

/** Who sends that producer; undefined where nobody does, or no longer. */
export const ownerOf = ({ peers }: People, id: ProducerId): PeerState | undefined =>
  [...peers.values()].find((peer) => peer.producers.some((producer) => producer.id === id))

/** Transports' ids derive from whose they are: nothing has to be stored, and asking twice asks for the same. */
export const transportId = (peer: Pick<PeerState, 'id' | 'generation'>, direction: Direction): TransportId =>
  v.parse(TransportId, `${peer.id}_${peer.generation}_${direction}`)

/** What everybody in the room may know of it. */
export const settingsOf = ({ door, permissions, spokenWords, turnUsage }: RoomHead): RoomSettings => ({
  locked: door.locked,
  lobby: door.lobby,
  password: door.password !== null,
  encrypted: door.link !== null,
  spokenWords: spokenWords?.number ?? null,
  constantRate: door.constantRate,
  permissions: permissions,
  turnLevel: stricter(turnUsage.room, turnUsage.month),
})

/** Whether that is sealed in an encrypted room, and plain in a plain one (K1). */
export const isSealedAsRoom = (
  { head }: Pick<RoomState, 'head'>,
  said: PersonName | MessagePayload,
): boolean => (typeof said !== 'string') === (head.door.link !== null)

/** Why something that is not is refused, for whoever debugs. */
export const HOW_IT_IS_SAID = 'all is sealed in an encrypted room, and nothing in a plain one'

/** What this person's rights depend on, now; null is somebody who is not in the room. */
export const circumstances = (
  { head, peers, waiting }: Pick<RoomState, 'head' | 'peers' | 'waiting'>,
  peer: PeerState | null,
): Circumstances => ({
  locked: head.door.locked,
  lobby: head.door.lobby,
  permissions: head.permissions,
  people: peers.size,
  waiting: waiting.size,
  // Not those of a session that is being left: all of them are sent anew.
  producers: peer?.producers.filter(({ node }) => node === peer.node).length ?? 0,
})
