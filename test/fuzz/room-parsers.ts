import * as v from 'valibot'
import { newPeerId } from '../../protocol/ids.ts'
import { COMMIT_MESSAGE_MAX_BYTES } from '../../protocol/limits.ts'
import { NodeOutcome } from '../../protocol/node-edge/requests.ts'
import { PageEvent } from '../../protocol/page-edge/events.ts'
import { readPageRequest } from '../../protocol/page-edge/read-request.ts'
import { type PageRequest, Welcome } from '../../protocol/page-edge/requests.ts'
import { readWith } from '../../protocol/reading.ts'
import type { RoomEffect } from '../../worker/room/core/effects.ts'
import type { Pending } from '../../worker/room/core/inputs.ts'
import type { RoomState } from '../../worker/room/core/state.ts'
import { words } from '../room/door-bench.ts'
import { produceFrom } from '../room/produce-from.ts'
import { CastOfRoom } from '../room/rights/cast.ts'
import { lyon, RoomBench } from '../room/room-bench.ts'
import type { Right, Role, State } from '../support/rights/cells.ts'
import { asSaidIn } from '../support/rights/encrypted.ts'
import { ALL_RIGHTS } from '../support/rights/page-rights.ts'
import { ScriptedNode } from '../support/scripted-node.ts'
import { sealedAs } from '../support/sealed-samples.ts'
import { ofText, ofValue, type Parser } from './parser.ts'

/** What a room tells is what pages take, whatever it was told itself. */
function heard(effects: readonly RoomEffect[]): void {
  for (const effect of effects) {
    if (effect.do === 'tell') v.assert(PageEvent, effect.event)
    if (effect.do === 'answer' && 'kind' in effect.result && effect.result.kind === 'welcome')
      v.assert(Welcome, effect.result)
  }
}

/** A room in which anything is asked, and by whom. */
interface AskedRoom {
  readonly room: CastOfRoom
  readonly state: State
  readonly roles: readonly Role[]
  /** What each of them has asked before. */
  readonly first: readonly PageRequest[]
}

const PLAIN: AskedRoom = {
  room: new CastOfRoom('lobby'),
  state: 'lobby',
  roles: ['owner', 'participant', 'waiting', 'stranger'],
  first: [],
}
/** Its people have a group already, and its owner has told it aloud. */
const ENCRYPTED: AskedRoom = {
  room: new CastOfRoom('encrypted'),
  state: 'encrypted',
  roles: ['owner', 'participant', 'gone', 'stranger'],
  first: [
    { name: 'commit', params: { epoch: 1, commit: null, info: sealedAs('i') } },
    { name: 'set-spoken-words', params: { words: words('s') } },
  ],
}

/** Everything that can be asked for there, by the ids of who and what is there. */
const requestsIn = ({ room, state, roles }: AskedRoom): readonly string[] =>
  roles.flatMap((role) =>
    ALL_RIGHTS.map(([, right]) => {
      const { name, params } = asSaidIn(state, right.ask(room.castOf(role)), right)
      return JSON.stringify({ id: 7, request: name, params })
    }),
  )

function asked({ room, state, roles, first }: AskedRoom, text: string): void {
  const { request } = readPageRequest(text, () => {})
  const right: Right = {
    what: '',
    rules: '',
    inside: ['granted', 'granted', 'granted'],
    first: () => first,
    ask: () => request,
    // It is said as it came, whatever that is.
    ...(state === 'encrypted' && { unlike: true }),
  }
  for (const role of roles) {
    const { effects } = room.try(role, right)
    heard(effects)
    if (state === 'encrypted') for (const said of saidIn(effects)) v.assert(IsSealed, said)
  }
}

/** What an encrypted room tells of what people said (K3). */
const IsSealed = v.object({ sealed: v.string() })

/** Names and words that a room tells somebody. */
function saidIn(effects: readonly RoomEffect[]): readonly unknown[] {
  return effects.flatMap((effect): readonly unknown[] => {
    if (effect.do === 'answer' && 'kind' in effect.result && effect.result.kind === 'welcome')
      return v.parse(Welcome, effect.result).peers.map(({ name }) => name)
    if (effect.do !== 'tell') return []
    switch (effect.event.event) {
      case 'peer-joined':
        return [effect.event.peer.name]
      case 'knocked':
        return [effect.event.knock.name]
      case 'peer-renamed':
        return [effect.event.name]
      case 'message':
        return [effect.event.message.name, effect.event.message.payload]
      default:
        return []
    }
  })
}

interface Question {
  readonly state: RoomState
  readonly pending: Pending
  readonly outcomes: readonly NodeOutcome[]
}

/** The questions that a room asks its node while two people come, are heard, and restart what broke; with the right answers. */
function questions(): readonly Question[] {
  const bench = new RoomBench()
  const script = new ScriptedNode()
  const found: Question[] = []
  const answerAll = (): void => {
    while (bench.answerDirectory(() => lyon));
    bench.answerTurn()
    while (bench.isBusy) {
      const [question] = bench.open
      if (!question) return
      const { ops, pending } = question
      found.push({ state: bench.state, pending, outcomes: script.answer(ops) })
      bench.answerNode()
    }
  }
  const [ada, ben] = [newPeerId(), newPeerId()]
  bench.join('Ada', {}, { peer: ada })
  answerAll()
  produceFrom(bench, ada)
  answerAll()
  bench.join('Ben', {}, { peer: ben })
  answerAll()
  produceFrom(bench, ben)
  answerAll()
  bench.ask(ben, { name: 'restart-ice', params: { generation: 1, direction: 'send' } })
  bench.ask(ben, { name: 'renew-media', params: { generation: 1 } })
  answerAll()
  return found
}

const QUESTIONS = questions()
const Answered = v.object({ question: v.number(), outcomes: v.array(NodeOutcome) })
const bench = new RoomBench()

function answered(value: unknown): void {
  const { question: index, outcomes } = readWith(Answered, value)
  const question = QUESTIONS[index]
  if (!question) return
  bench.state = question.state
  bench.forgetAll()
  bench.input({ on: 'node-answered', pending: question.pending, outcomes })
  bench.settle()
  heard(bench.takeAll())
}

/** What gets through the schemas, in a room: nothing that a page or a node may say makes it throw, or tell nonsense. */
export const ROOM_PARSERS: readonly Parser[] = [
  ofText('requests, in a room', requestsIn(PLAIN), (text) => asked(PLAIN, text)),
  ofText('requests, in an encrypted room', requestsIn(ENCRYPTED), (text) => asked(ENCRYPTED, text), {
    most: COMMIT_MESSAGE_MAX_BYTES,
  }),
  ofValue(
    'answers of a node, in a room',
    QUESTIONS.map(({ outcomes }, question) => JSON.stringify({ question, outcomes })),
    answered,
    {},
  ),
]
