import * as v from 'valibot'
import { type NodeId, PipeId, type ProducerId } from '../../../protocol/ids.ts'
import { PIPE_RETRY_MS } from '../../../protocol/limits.ts'
import type { NodeOutcome } from '../../../protocol/node-edge/requests.ts'
import type { RoomDraft } from '../core/draft.ts'
import type { PipedProducer, PipeEnd, PipeState } from '../core/media-state.ts'
import { nodesInUse } from '../core/queries.ts'
import type { Timer } from '../core/schedule.ts'
import type { RoomState } from '../core/state.ts'
import { otherEnd, pipeProducer, unpipeProducer } from './piped-producers.ts'

/** What has to come from one node to another. */
interface Need {
  readonly producer: ProducerId
  readonly from: NodeId
  readonly to: NodeId
}

/**
 * Makes the room's pipes what they have to be (X5): whatever somebody sends comes to every node that carries somebody
 * else of the room, and to no other. A pass of every step: what happened need not know of pipes.
 */
export function layPipes(draft: RoomDraft): void {
  const nodes = nodesInUse(draft)
  if (nodes.length < 2 && draft.head.pipes.length === 0) return
  const needs = needsOf(draft, nodes)
  for (const pipe of draft.head.pipes) {
    if (pipe.ends.every(({ node }) => nodes.includes(node))) endNeedless(draft, pipe, needs)
    else removePipe(draft, pipe, null)
  }
  const met = new Set(
    draft.head.pipes.flatMap((pipe) => pipe.pipedProducers.map((piped) => needMetBy(pipe, piped))),
  )
  for (const [key, need] of needs) if (!met.has(key)) meet(draft, need)
}

/** By their keys: in a large room, comparing each with each would be most of a step. */
function needsOf(draft: RoomDraft, nodes: readonly NodeId[]): ReadonlyMap<string, Need> {
  const producers = [...draft.peers.values()].flatMap((peer) => peer.producers)
  const needs = producers
    .filter(({ confirmed }) => confirmed)
    .flatMap(({ id: producer, node: from }) =>
      nodes.filter((to) => to !== from).map((to) => ({ producer, from, to })),
    )
  return new Map(needs.map((need) => [keyOf(need), need]))
}

const keyOf = ({ producer, from, to }: Need): string => `${producer} ${from} ${to}`

const needMetBy = (pipe: PipeState, { producer, to }: PipedProducer): string =>
  keyOf({ producer, from: otherEnd(pipe, to), to })

function endNeedless(draft: RoomDraft, pipe: PipeState, needs: ReadonlyMap<string, Need>): void {
  for (const piped of pipe.pipedProducers) {
    if (!needs.has(needMetBy(pipe, piped))) unpipeProducer(draft, pipe, piped)
  }
}

function meet(draft: RoomDraft, need: Need): void {
  const pipe = draft.head.pipes.find(({ ends }) =>
    ends.every(({ node }) => node === need.from || node === need.to),
  )
  if (!pipe) return openPipe(draft, need.from, need.to)
  if (isOpen(pipe)) pipeProducer(draft, pipe, need.producer, need.to)
}

const isOpen = ({ ends }: PipeState): boolean => ends.every(({ opened }) => opened !== null)

function openPipe(draft: RoomDraft, one: NodeId, other: NodeId): void {
  const lastPipeId = draft.head.lastPipeId + 1
  const id = v.parse(PipeId, `pipe-${lastPipeId}`)
  const ends: PipeState['ends'] = [
    { node: one, opened: null },
    { node: other, opened: null },
  ]
  const pipe: PipeState = { id, ends, pipedProducers: [], failedUntil: null }
  draft.changeHead({ lastPipeId, pipes: [...draft.head.pipes, pipe] })
  for (const { node } of ends)
    draft.askNode(node, [{ op: 'open-pipe', pipe: id }], { to: 'pipe-end-opened', pipe: id, node })
}

/** One end is open (X1): once both are, each is told of the other. */
export function pipeEndOpened(
  draft: RoomDraft,
  id: PipeId,
  node: NodeId,
  [outcome]: readonly NodeOutcome[],
): void {
  const pipe = draft.head.pipes.find((each) => each.id === id)
  if (!pipe || pipe.failedUntil !== null) return
  if (outcome?.outcome !== 'pipe-opened') return failPipe(draft, pipe)
  const { address, srtpParameters } = outcome
  const open = (end: PipeEnd): PipeEnd =>
    end.node === node ? { ...end, opened: { address, srtpParameters } } : end
  const [one, other] = [open(pipe.ends[0]), open(pipe.ends[1])]
  changePipe(draft, { ...pipe, ends: [one, other] })
  if (one.opened && other.opened) {
    draft.tellNode(one.node, [{ op: 'connect-pipe', pipe: id, ...other.opened }])
    draft.tellNode(other.node, [{ op: 'connect-pipe', pipe: id, ...one.opened }])
  }
}

/** A node did not answer a question about a pipe. */
export function pipeFailed(draft: RoomDraft, id: PipeId): void {
  const pipe = draft.head.pipes.find((each) => each.id === id)
  if (pipe && pipe.failedUntil === null) failPipe(draft, pipe)
}

/** A node at one of its ends hears nothing of the other (X6). */
export function pipeSilent(draft: RoomDraft, node: NodeId, id: PipeId): void {
  const pipe = draft.head.pipes.find((each) => each.id === id)
  if (pipe?.ends.some((end) => end.node === node) && pipe.failedUntil === null) failPipe(draft, pipe)
}

/** A pipe does not work: it is tried again after a while, and what would have come through it is missed until then. */
function failPipe(draft: RoomDraft, pipe: PipeState): void {
  for (const { node } of pipe.ends) draft.tellNode(node, [{ op: 'close-pipe', pipe: pipe.id }])
  const [one, other] = pipe.ends
  changePipe(draft, {
    ...pipe,
    ends: [
      { ...one, opened: null },
      { ...other, opened: null },
    ],
    pipedProducers: [],
    failedUntil: draft.now + PIPE_RETRY_MS,
  })
}

/** Ends a pipe; `gone` is an end that cannot be told any more. */
function removePipe(draft: RoomDraft, pipe: PipeState, gone: NodeId | null): void {
  for (const { node } of pipe.ends) {
    if (node === gone) continue
    // What came through it ends with it.
    draft.tellNode(node, [{ op: 'close-pipe', pipe: pipe.id }])
  }
  draft.changeHead({ pipes: draft.head.pipes.filter(({ id }) => id !== pipe.id) })
}

/** A node is gone, and all pipes to it. */
export function losePipes(draft: RoomDraft, node: NodeId): void {
  for (const pipe of draft.head.pipes) {
    if (pipe.ends.some((end) => end.node === node)) removePipe(draft, pipe, node)
  }
}

/** Those that failed are forgotten when their time has come, and so laid anew. */
function tickPipes(draft: RoomDraft): void {
  const due = draft.head.pipes.filter(({ failedUntil }) => failedUntil !== null && failedUntil <= draft.now)
  if (due.length > 0) draft.changeHead({ pipes: draft.head.pipes.filter((pipe) => !due.includes(pipe)) })
}

/** When a failed pipe is to be tried again (ms since the epoch). */
const pipesDue = ({ head }: RoomState): number[] =>
  head.pipes.flatMap(({ failedUntil }) => (failedUntil === null ? [] : [failedUntil]))

/** The object was loaded from its storage: what was under way is begun anew. */
export function wakePipes(draft: RoomDraft): void {
  for (const pipe of draft.head.pipes) {
    if (!isOpen(pipe)) removePipe(draft, pipe, null)
    else
      for (const piped of pipe.pipedProducers) if (piped.at !== 'through') unpipeProducer(draft, pipe, piped)
  }
}

function changePipe(draft: RoomDraft, changed: PipeState): void {
  draft.changeHead({ pipes: draft.head.pipes.map((pipe) => (pipe.id === changed.id ? changed : pipe)) })
}

export const pipeTimer: Timer = { due: pipesDue, tick: tickPipes }
