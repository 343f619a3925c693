import * as v from 'valibot'
import { NodeId, newPeerId } from '../../protocol/ids.ts'
import type { Welcome } from '../../protocol/page-edge/requests.ts'
import { lyon, type RoomBench } from './room-bench.ts'

/** A second node beside the bench's Lyon. */
export const paris = v.parse(NodeId, 'paris')

/** Somebody whose page found Paris much nearer than Lyon. */
export const PARISIAN = {
  measuredNodes: [
    { node: lyon, roundTripMs: 90 },
    { node: paris, roundTripMs: 5 },
  ],
}

export function joinInParis(room: RoomBench, name: string): Welcome {
  const peer = newPeerId()
  room.nodeOf.set(peer, paris)
  return room.welcomed(name, PARISIAN, { peer })
}
