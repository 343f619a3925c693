/** An edge of the next version, as a main module: what it stores of a room is brought up to date by one step more. */
import type { Env } from '../../worker/env.ts'
import { DirectoryObject, NodeObject, RoomObject as PresentRoomObject } from '../../worker/index.ts'
import { ROOM_UPGRADES, type RoomUpgrade } from '../../worker/room/shell/storage/room-upgrades.ts'

export { default } from '../../worker/index.ts'
export { DirectoryObject, NodeObject }

/** All that there is is written anew. */
const rewrite: RoomUpgrade = (stored) => stored

export class RoomObject extends PresentRoomObject {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env, [...ROOM_UPGRADES, rewrite])
  }
}
