import type { EffectOf, RoomEffect } from '../core/effects.ts'
import type { InputOf } from '../core/inputs.ts'
import type { RoomState } from '../core/state.ts'
import type { PageOutbox } from './page-outbox.ts'
import type { RemoteCalls } from './remote-calls.ts'
import type { SocketLiveness } from './socket-liveness.ts'
import type { RoomSockets } from './sockets.ts'
import type { RoomStorage } from './storage/storage.ts'

/** What a room acts with. */
export interface RoomShell {
  readonly storage: RoomStorage
  readonly sockets: RoomSockets
  readonly liveness: SocketLiveness
  readonly pageOutbox: PageOutbox
  readonly remoteCalls: RemoteCalls
  /** Somebody's join, or the words that they say, after so many ms. */
  postpone(input: InputOf<'join'> | InputOf<'claim-secret'>, forMs: number): void
  /** Forgets all there is, but for its door where that is kept. */
  erase(keepDoor: boolean): void
}

type Run<Do extends RoomEffect['do']> = (effect: EffectOf<Do>, shell: RoomShell, state: RoomState) => void

/** What is done for each effect, and by which part of the shell. */
const RUN: { readonly [Do in RoomEffect['do']]: Run<Do> } = {
  answer: ({ peer, request, result }, { pageOutbox }) => pageOutbox.send(peer, { id: request, result }),
  refuse: ({ error, peer, request }, { pageOutbox }) => pageOutbox.send(peer, { id: request, error }),
  tell: ({ audience, event, seq }, { pageOutbox }, state) => pageOutbox.tell(state, seq, audience, event),
  'tell-waiting': ({ news, peer }, { pageOutbox }) => pageOutbox.send(peer, news),
  replay: ({ after, peer, request }, { pageOutbox }) => pageOutbox.replay(peer, request, after),
  'answer-history': ({ after, peer, request }, { pageOutbox }) => pageOutbox.history(peer, request, after),
  'keep-message': ({ message, moderators }, { storage }) => storage.messages.keep(message, moderators),
  'remember-send': ({ sendId, sending }, { storage }) => storage.messages.rememberSend(sendId, sending),
  'forget-messages': ({ kind, peer }, { storage }) => storage.messages.forgetOf(peer, kind),
  'forget-messages-up-to': ({ kind, upTo }, { storage }) => storage.messages.forgetUpTo(upTo, kind),
  'bind-socket': ({ from, to }, { sockets }) => sockets.bind(from, to),
  'postpone-join': ({ forMs, join }, shell) => shell.postpone(join, forMs),
  'postpone-claim': ({ claim, forMs }, shell) => shell.postpone(claim, forMs),
  'close-socket': ({ code, peer }, { sockets }) => sockets.close(peer, code),
  'check-socket': ({ peer }, { liveness }) => liveness.check(peer, Date.now()),
  place: (effect, { remoteCalls }) => remoteCalls.place(effect),
  'ask-node': (effect, { remoteCalls }) => remoteCalls.ask(effect),
  'grant-ice': ({ peer }, { remoteCalls }) => remoteCalls.grantIce(peer),
  'revoke-ice': ({ usernames }, { remoteCalls }) => remoteCalls.revokeIce(usernames),
  'mark-owner': ({ peer }, { remoteCalls }) => remoteCalls.markOwner(peer),
  'keep-name': ({ mark }, { remoteCalls }) => remoteCalls.keepName(mark),
  'log-turn-level': (effect, { remoteCalls }) => remoteCalls.logTurnLevel(effect),
  'suspect-node': ({ node }, { remoteCalls }) => remoteCalls.suspect(node),
  'release-node': ({ node }, { remoteCalls }) => remoteCalls.release(node),
  'forget-history': (_effect, { storage }) => storage.forgetHistory(),
  erase: ({ keepDoor }, shell) => shell.erase(keepDoor),
}

/** Does to the world what a step of the room decided; `state` is what the room has become by it. */
export function runEffect<Do extends RoomEffect['do']>(
  effect: EffectOf<Do>,
  shell: RoomShell,
  state: RoomState,
): void {
  RUN[effect.do](effect, shell, state)
}
