import * as v from 'valibot'
import { newPeerId } from '../../protocol/ids.ts'
import { NodeOutcome } from '../../protocol/node-edge/requests.ts'
import { PageEvent } from '../../protocol/page-edge/events.ts'
import { readPageRequest } from '../../protocol/page-edge/read-request.ts'
import { type PageRequest, Welcome } from '../../protocol/page-edge/requests.ts'
import { readWith } from '../../protocol/reading.ts'
import type { RoomEffect } from '../../worker/room/core/effects.ts'
import type { Pending } from '../../worker/room/core/inputs.ts'
import type { RoomState } from '../../worker/room/core/state.ts'
import { produceFrom } from '../room/produce-from.ts'
import { CastOfRoom } from '../room/rights/cast.ts'
import { lyon, RoomBench } from '../room/room-bench.ts'
import { ALL_RIGHTS } from '../support/rights/page-rights.ts'
import { ScriptedNode } from '../support/scripted-node.ts'
import { ofText, ofValue, type Parser } from './parser.ts'

/** What a room tells is what pages take, whatever it was told itself. */
function heard(effects: readonly RoomEffect[]): void {
  for (const effect of effects) {
    if (effect.do === 'tell') v.assert(PageEvent, effect.event)
    if (effect.do === 'answer' && 'kind' in effect.result && effect.result.kind === 'welcome')
      v.assert(Welcome, effect.result)
  }
}

const plain = new CastOfRoom('lobby')
const encrypted = new CastOfRoom('encrypted')

/** Everything that can be asked for, by the ids of who and what is there. */
const requestsIn = (room: CastOfRoom): readonly string[] =>
  (['moderator', 'participant', 'waiting'] as const).flatMap((role) =>
    ALL_RIGHTS.map(([, right]) => {
      const { name, params } = right.ask(room.castOf(role))
      return JSON.stringify({ id: 7, request: name, params })
    }),
  )

function asked(room: CastOfRoom, request: PageRequest): void {
  const right = {
    what: '',
    rules: '',
    inside: ['granted', 'granted', 'granted'],
    ask: () => request,
  } as const
  for (const role of ['owner', 'participant', 'waiting', 'stranger'] as const)
    heard(room.try(role, right).effects)
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
  ofText('requests, in a room', requestsIn(plain), (text) =>
    asked(plain, readPageRequest(text, () => {}).request),
  ),
  ofText('requests, in an encrypted room', requestsIn(encrypted), (text) =>
    asked(encrypted, readPageRequest(text, () => {}).request),
  ),
  ofValue(
    'answers of a node, in a room',
    QUESTIONS.map(({ outcomes }, question) => JSON.stringify({ question, outcomes })),
    answered,
    {},
  ),
]
