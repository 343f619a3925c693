import type { RoomEffect } from './effects.ts'
import type { RoomInput } from './inputs.ts'
import type { RoomErrands } from './room-errands.ts'
import type { RoomOutbox } from './room-outbox.ts'
import type { RoomSockets } from './room-sockets.ts'
import type { RoomStorage } from './room-storage.ts'
import type { RoomState } from './state.ts'

/** What a room acts with. */
export interface RoomTools {
  readonly storage: RoomStorage
  readonly sockets: RoomSockets
  readonly outbox: RoomOutbox
  readonly errands: RoomErrands
  /** Somebody's join, after so many ms. */
  postpone(join: Extract<RoomInput, { on: 'join' }>, forMs: number): void
  /** Forgets all there is, but for its door where that is kept. */
  erase(keepDoor: boolean): void
}

/** Does to the world what a step of the room decided. */
export function carryOut(effect: RoomEffect, state: RoomState, tools: RoomTools): void {
  const { storage, sockets, outbox, errands } = tools
  switch (effect.do) {
    case 'answer':
      return outbox.send(effect.peer, { id: effect.request, result: effect.result })
    case 'refuse':
      return outbox.send(effect.peer, { id: effect.request, error: effect.error })
    case 'tell':
      return outbox.tell(state, effect.seq, effect.audience, effect.event)
    case 'notify':
      return outbox.send(effect.peer, effect.news)
    case 'replay':
      return outbox.replay(effect.peer, effect.request, effect.after)
    case 'history':
      return outbox.history(effect.peer, effect.request, effect.after)
    case 'keep':
      return storage.keepMessage(effect.message, effect.moderators)
    case 'remember':
      return storage.remember(effect.once, effect.sending)
    case 'forget':
      return storage.forgetMessages(effect.peer, effect.kind)
    case 'forget-up-to':
      return storage.forgetMessagesUpTo(effect.upTo, effect.kind)
    case 'bind':
      return sockets.bind(effect.from, effect.to)
    case 'postpone':
      return tools.postpone(effect.join, effect.forMs)
    case 'close':
      return sockets.close(effect.peer, effect.code)
    case 'look':
      return sockets.look(effect.peer, Date.now())
    case 'place':
      return errands.place(effect)
    case 'ask':
      return errands.ask(effect)
    case 'grant-ice':
      return errands.grantIce(effect.peer)
    case 'revoke-ice':
      return errands.revokeIce(effect.usernames)
    case 'mark-owner':
      return errands.markOwner(effect.peer)
    case 'keep-name':
      return errands.keepName(effect.mark)
    case 'log-turn':
      return errands.logTurnLevel(effect)
    case 'doubt':
      return errands.doubt(effect.node)
    case 'release':
      return errands.release(effect.node)
    case 'forget-said':
      return storage.forgetPast()
    case 'erase':
      return tools.erase(effect.keepDoor)
    default:
      return effect satisfies never
  }
}
