import * as v from 'valibot'
import { type NodeId, PipeId, type ProducerId } from '../../protocol/ids.ts'
import { PIPE_RETRY_MS } from '../../protocol/limits.ts'
import type { NodeOutcome } from '../../protocol/node-requests.ts'
import { carriers } from './carriers.ts'
import { askNode, tellNode } from './node-questions.ts'
import { beginPassage, endPassage, otherEnd } from './passages.ts'
import type { Passage, PipeEnd, PipeState, RoomState } from './state.ts'
import type { Turn } from './turn.ts'

/** What has to come from one node to another. */
interface Need {
  readonly producer: ProducerId
  readonly from: NodeId
  readonly to: NodeId
}

/**
 * Makes the room's pipes what they have to be (X5): whatever somebody sends comes to every node that carries somebody
 * else of the room, and to no other. Run at the end of every step: what happened need not know of pipes.
 */
export function layPipes(turn: Turn): void {
  const nodes = carriers(turn)
  if (nodes.length < 2 && turn.head.pipes.length === 0) return
  const needs = needsOf(turn, nodes)
  for (const pipe of turn.head.pipes) {
    if (pipe.ends.every(({ node }) => nodes.includes(node))) endNeedless(turn, pipe, needs)
    else removePipe(turn, pipe, null)
  }
  const met = new Set(
    turn.head.pipes.flatMap((pipe) => pipe.passages.map((passage) => needMetBy(pipe, passage))),
  )
  for (const [key, need] of needs) if (!met.has(key)) meet(turn, need)
}

/** By their keys: in a large room, comparing each with each would be most of a step. */
function needsOf(turn: Turn, nodes: readonly NodeId[]): ReadonlyMap<string, Need> {
  const producers = [...turn.peers.values()].flatMap((peer) => peer.producers)
  const needs = producers
    .filter(({ confirmed }) => confirmed)
    .flatMap(({ id: producer, node: from }) =>
      nodes.filter((to) => to !== from).map((to) => ({ producer, from, to })),
    )
  return new Map(needs.map((need) => [keyOf(need), need]))
}

const keyOf = ({ producer, from, to }: Need): string => `${producer} ${from} ${to}`

const needMetBy = (pipe: PipeState, { producer, to }: Passage): string =>
  keyOf({ producer, from: otherEnd(pipe, to), to })

function endNeedless(turn: Turn, pipe: PipeState, needs: ReadonlyMap<string, Need>): void {
  for (const passage of pipe.passages) {
    if (!needs.has(needMetBy(pipe, passage))) endPassage(turn, pipe, passage)
  }
}

function meet(turn: Turn, need: Need): void {
  const pipe = turn.head.pipes.find(({ ends }) =>
    ends.every(({ node }) => node === need.from || node === need.to),
  )
  if (!pipe) return openPipe(turn, need.from, need.to)
  if (isOpen(pipe)) beginPassage(turn, pipe, need.producer, need.to)
}

const isOpen = ({ ends }: PipeState): boolean => ends.every(({ opened }) => opened !== null)

function openPipe(turn: Turn, one: NodeId, other: NodeId): void {
  const piped = turn.head.piped + 1
  const id = v.parse(PipeId, `pipe-${piped}`)
  const ends: PipeState['ends'] = [
    { node: one, opened: null },
    { node: other, opened: null },
  ]
  const pipe: PipeState = { id, ends, passages: [], failedUntil: null }
  turn.changeHead({ piped, pipes: [...turn.head.pipes, pipe] })
  for (const { node } of ends)
    askNode(turn, node, [{ op: 'open-pipe', pipe: id }], { to: 'join-pipe', pipe: id, node })
}

/** One end is open (X1): once both are, each is told of the other. */
export function joinPipe(turn: Turn, id: PipeId, node: NodeId, [outcome]: readonly NodeOutcome[]): void {
  const pipe = turn.head.pipes.find((each) => each.id === id)
  if (!pipe || pipe.failedUntil !== null) return
  if (outcome?.outcome !== 'pipe-opened') return failPipe(turn, pipe)
  const { address, srtpParameters } = outcome
  const open = (end: PipeEnd): PipeEnd =>
    end.node === node ? { ...end, opened: { address, srtpParameters } } : end
  const [one, other] = [open(pipe.ends[0]), open(pipe.ends[1])]
  changePipe(turn, { ...pipe, ends: [one, other] })
  if (one.opened && other.opened) {
    tellNode(turn, one.node, [{ op: 'connect-pipe', pipe: id, ...other.opened }])
    tellNode(turn, other.node, [{ op: 'connect-pipe', pipe: id, ...one.opened }])
  }
}

/** A node did not answer a question about a pipe. */
export function pipeFailed(turn: Turn, id: PipeId): void {
  const pipe = turn.head.pipes.find((each) => each.id === id)
  if (pipe && pipe.failedUntil === null) failPipe(turn, pipe)
}

/** A node at one of its ends hears nothing of the other (X6). */
export function pipeSilent(turn: Turn, node: NodeId, id: PipeId): void {
  const pipe = turn.head.pipes.find((each) => each.id === id)
  if (pipe?.ends.some((end) => end.node === node) && pipe.failedUntil === null) failPipe(turn, pipe)
}

/** A pipe does not work: it is tried again after a while, and what would have come through it is missed until then. */
function failPipe(turn: Turn, pipe: PipeState): void {
  for (const { node } of pipe.ends) tellNode(turn, node, [{ op: 'close-pipe', pipe: pipe.id }])
  const [one, other] = pipe.ends
  changePipe(turn, {
    ...pipe,
    ends: [
      { ...one, opened: null },
      { ...other, opened: null },
    ],
    passages: [],
    failedUntil: turn.now + PIPE_RETRY_MS,
  })
}

/** Ends a pipe; `gone` is an end that cannot be told any more. */
function removePipe(turn: Turn, pipe: PipeState, gone: NodeId | null): void {
  for (const { node } of pipe.ends) {
    if (node === gone) continue
    // What came through it ends with it.
    tellNode(turn, node, [{ op: 'close-pipe', pipe: pipe.id }])
  }
  turn.changeHead({ pipes: turn.head.pipes.filter(({ id }) => id !== pipe.id) })
}

/** A node is gone, and all pipes to it. */
export function losePipes(turn: Turn, node: NodeId): void {
  for (const pipe of turn.head.pipes) {
    if (pipe.ends.some((end) => end.node === node)) removePipe(turn, pipe, node)
  }
}

/** Those that failed are forgotten when their time has come, and so laid anew. */
export function tickPipes(turn: Turn): void {
  const due = turn.head.pipes.filter(({ failedUntil }) => failedUntil !== null && failedUntil <= turn.now)
  if (due.length > 0) turn.changeHead({ pipes: turn.head.pipes.filter((pipe) => !due.includes(pipe)) })
}

/** When a failed pipe is to be tried again (ms since the epoch). */
export const pipesDue = ({ head }: RoomState): number[] =>
  head.pipes.flatMap(({ failedUntil }) => (failedUntil === null ? [] : [failedUntil]))

/** The object was loaded from its storage: what was under way is begun anew. */
export function wakePipes(turn: Turn): void {
  for (const pipe of turn.head.pipes) {
    if (!isOpen(pipe)) removePipe(turn, pipe, null)
    else for (const passage of pipe.passages) if (passage.at !== 'through') endPassage(turn, pipe, passage)
  }
}

function changePipe(turn: Turn, changed: PipeState): void {
  turn.changeHead({ pipes: turn.head.pipes.map((pipe) => (pipe.id === changed.id ? changed : pipe)) })
}
