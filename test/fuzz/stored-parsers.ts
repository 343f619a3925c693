import * as v from 'valibot'
import { Lender } from '../../protocol/http/lender.ts'
import { NodeRegistration } from '../../protocol/node-edge/events.ts'
import { PastState, PeerState, WaitingState } from '../../worker/room/core/peer-state.ts'
import { emptyRoom, RoomHead } from '../../worker/room/core/state.ts'
import { ROOM_UPGRADES, type StoredRoom, upgraded } from '../../worker/room/shell/storage/room-upgrades.ts'
import { nodesOfRoom, restOfRoom } from '../../worker/room/shell/storage/unreadable-room.ts'
import { ofSchema, ofValue, type Parser, samplesOf } from './parser.ts'

const heads = [JSON.stringify(emptyRoom.head), ...samplesOf(RoomHead)]
const rows = (schema: v.GenericSchema) => samplesOf(schema, 3).map((json) => `{"id":"x","json":${json}}`)

const rooms = heads.map(
  (head) =>
    `{"head":[{"one":1,"json":${head}}],"peers":[${rows(PeerState).join()}],"waiting":[${rows(WaitingState).join()}],"past":[${rows(PastState).join()}],"events":[{"seq":1,"json":{"event":"peer-left","peer":"x"}}],"kept":[]}`,
)

/** As it is read of a database: tables of rows, each an object; what stands in them may be anything. */
const Stored = v.record(v.string(), v.array(v.record(v.string(), v.unknown())))

function readRoom(value: unknown): unknown {
  if (!v.is(Stored, value)) return null
  const stored: StoredRoom = value
  return [restOfRoom(upgraded(stored, 1, ROOM_UPGRADES), 0), restOfRoom(stored, 0), nodesOfRoom(stored)]
}

/** What objects have stored: another version of the edge may have written it, or half of it. */
export const STORED_PARSERS: readonly Parser[] = [
  ofValue('rooms that cannot be read', rooms, readRoom),
  ofSchema('heads of rooms', RoomHead),
  ofSchema('people of rooms', PeerState),
  ofSchema('those who wait', WaitingState),
  ofSchema('those who are gone', PastState),
  ofSchema('registrations of nodes', NodeRegistration),
  ofSchema('lenders', Lender),
]
