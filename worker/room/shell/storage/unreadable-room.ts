import * as v from 'valibot'
import { NodeId } from '../../../../protocol/ids.ts'
import { AddressKey } from '../../../http/address-hash.ts'
import { Door } from '../../core/door-state.ts'
import { PastState, Provenance } from '../../core/peer-state.ts'
import { emptyRoom, type RoomHead, type RoomState } from '../../core/state.ts'
import type { StoredRoom } from './room-upgrades.ts'

/** Why a room cannot be read: where, and in what version. Never what stands there: that is somebody's. */
export class UnreadableRoom extends Error {
  constructor(version: number, where: string) {
    super(`a room of version ${version} cannot be read: ${where}`)
  }
}

/** What every version of the edge is to be able to read of another's head: this much of it is never renamed. */
const Rest = v.object({
  door: Door,
  ownersDoor: v.fallback(v.nullable(Door), null),
  keeping: v.fallback(v.object({ is: v.string() }), { is: 'not' }),
  addressKey: v.fallback(v.nullable(AddressKey), null),
  removed: v.fallback(v.array(Provenance), []),
})

/**
 * What is left of a room that cannot be read: its door (D2), so that another version of the edge opens nobody's room, and who
 * was put out; and as much of its people as they need to come back with their tokens (R6). It is erased like any empty room,
 * should nobody come.
 */
export function restOfRoom(stored: StoredRoom, now: number): RoomState {
  const past = [...(stored['past'] ?? []), ...(stored['peers'] ?? [])].flatMap(({ json }) => {
    const person = v.safeParse(PastState, json)
    return person.success ? [person.output] : []
  })
  const read = v.safeParse(Rest, stored['head']?.[0]?.['json'])
  return {
    ...emptyRoom,
    head: {
      ...emptyRoom.head,
      ...(read.success && restOfHead(read.output, past.length > 0)),
      emptySince: now,
    },
    past: new Map(past.map((person) => [person.id, person])),
  }
}

const InUse = v.object({ node: NodeId })
const HeadInUse = v.object({
  placement: v.fallback(v.unknown(), null),
  pipes: v.fallback(v.array(v.object({ ends: v.array(v.unknown()) })), []),
})

/** The nodes on which such a room has media, as far as that can be read: nobody else would tell them that it is over. */
export function nodesOfRoom(stored: StoredRoom): NodeId[] {
  const head = v.safeParse(HeadInUse, stored['head']?.[0]?.['json'])
  const ofHead = head.success ? [head.output.placement, ...head.output.pipes.flatMap(({ ends }) => ends)] : []
  const ofPeople = (stored['peers'] ?? []).map(({ json }) => json)
  const found = [...ofHead, ...ofPeople].flatMap((place) => {
    const read = v.safeParse(InUse, place)
    return read.success ? [read.output.node] : []
  })
  return [...new Set(found)]
}

function restOfHead(
  { door, ownersDoor, keeping, addressKey, removed }: v.InferOutput<typeof Rest>,
  areSomeToComeBack: boolean,
): Partial<RoomHead> {
  if (door.owner !== null) {
    const kept = ownersDoor ?? door
    const is = keeping.is === 'kept' ? 'kept' : 'not'
    return { door: kept, ownersDoor: kept, keeping: { is }, addressKey, removed }
  }
  // Nobody is inside who could open to those who wait: whoever was comes back first.
  return areSomeToComeBack
    ? { door: { ...door, lobby: false, locked: door.locked || door.lobby }, addressKey, removed }
    : { door: { ...emptyRoom.head.door, link: door.link } }
}
