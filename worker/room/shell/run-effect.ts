import type { RoomEffect } from '../core/effects.ts'
import type { InputOf } from '../core/inputs.ts'
import type { RoomState } from '../core/state.ts'
import type { PageOutbox } from './page-outbox.ts'
import type { RemoteCalls } from './remote-calls.ts'
import type { RoomSockets } from './sockets.ts'
import type { RoomStorage } from './storage.ts'

/** What a room acts with. */
export interface RoomShell {
  readonly storage: RoomStorage
  readonly sockets: RoomSockets
  readonly pageOutbox: PageOutbox
  readonly remoteCalls: RemoteCalls
  /** Somebody's join, after so many ms. */
  postpone(join: InputOf<'join'>, forMs: number): void
  /** Forgets all there is, but for its door where that is kept. */
  erase(keepDoor: boolean): void
}

/** Does to the world what a step of the room decided. */
export function runEffect(effect: RoomEffect, state: RoomState, tools: RoomShell): void {
  const { storage, sockets, pageOutbox, remoteCalls } = tools
  switch (effect.do) {
    case 'answer':
      return pageOutbox.send(effect.peer, { id: effect.request, result: effect.result })
    case 'refuse':
      return pageOutbox.send(effect.peer, { id: effect.request, error: effect.error })
    case 'tell':
      return pageOutbox.tell(state, effect.seq, effect.audience, effect.event)
    case 'tell-waiting':
      return pageOutbox.send(effect.peer, effect.news)
    case 'replay':
      return pageOutbox.replay(effect.peer, effect.request, effect.after)
    case 'answer-history':
      return pageOutbox.history(effect.peer, effect.request, effect.after)
    case 'keep-message':
      return storage.keepMessage(effect.message, effect.moderators)
    case 'remember-send':
      return storage.remember(effect.once, effect.sending)
    case 'forget-messages':
      return storage.forgetMessages(effect.peer, effect.kind)
    case 'forget-messages-up-to':
      return storage.forgetMessagesUpTo(effect.upTo, effect.kind)
    case 'bind-socket':
      return sockets.bind(effect.from, effect.to)
    case 'postpone-join':
      return tools.postpone(effect.join, effect.forMs)
    case 'close-socket':
      return sockets.close(effect.peer, effect.code)
    case 'check-socket':
      return sockets.look(effect.peer, Date.now())
    case 'place':
      return remoteCalls.place(effect)
    case 'ask-node':
      return remoteCalls.ask(effect)
    case 'grant-ice':
      return remoteCalls.grantIce(effect.peer)
    case 'revoke-ice':
      return remoteCalls.revokeIce(effect.usernames)
    case 'mark-owner':
      return remoteCalls.markOwner(effect.peer)
    case 'keep-name':
      return remoteCalls.keepName(effect.mark)
    case 'log-turn-level':
      return remoteCalls.logTurnLevel(effect)
    case 'suspect-node':
      return remoteCalls.suspect(effect.node)
    case 'release-node':
      return remoteCalls.release(effect.node)
    case 'forget-history':
      return storage.forgetPast()
    case 'erase':
      return tools.erase(effect.keepDoor)
    default:
      return effect satisfies never
  }
}
