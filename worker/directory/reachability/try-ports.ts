import { type CheckId, type NodeId, newCheckId } from '../../../protocol/ids.ts'
import type { DtlsParameters } from '../../../protocol/media/transport.ts'
import type { NodeRegistration } from '../../../protocol/node-edge/events.ts'
import {
  type CheckAnswer,
  type CheckAsk,
  type MediaPort,
  type OpenedPort,
  type PortOutcome,
  portsOf,
  type TriedPort,
} from '../../../protocol/node-edge/port-check.ts'
import { nodeOf } from '../../durable-objects.ts'
import type { Env } from '../../env.ts'
import { log } from '../../log.ts'

type AnswerTo<Kind extends CheckAnswer['answer']> = Extract<CheckAnswer, { answer: Kind }>

/** A node whose ports are tried, and where it has registered them. */
type Checked = Pick<NodeRegistration, 'node' | 'media'>

/**
 * Has the media ports of one node tried by another (N17). Null where nothing can be said of them: one of the two did not
 * do its part, or they contradict each other.
 */
export async function tryPorts(
  env: Env,
  { node, media }: Checked,
  prover: NodeId,
): Promise<TriedPort[] | null> {
  const check = newCheckId()
  const ready = await answerOf(env, prover, { ask: 'get-ready', check }, 'ready')
  if (!ready) return null
  const ports = await openPorts(env, { node, media }, check, ready.dtlsParameters)
  if (!ports) return null
  const tried = await answerOf(env, prover, { ask: 'try-ports', check, ports }, 'ports-tried')
  return closePorts(env, { node, check, ports }, tried?.outcomes ?? [])
}

/** Opens all of a node's ports for whoever has that certificate; null where that fails, or any is missing. */
export async function openPorts(
  env: Env,
  { node, media }: Checked,
  check: CheckId,
  dtlsParameters: DtlsParameters,
): Promise<OpenedPort[] | null> {
  const opened = await answerOf(env, node, { ask: 'open-ports', check, dtlsParameters }, 'ports-opened')
  if (!opened) return null
  // That they are its own, and none of them twice, its object has looked at.
  if (opened.ports.length === portsOf(media).length) return opened.ports
  log.warn('port-check-failed', { node, ask: 'open-ports', reason: 'not all of its ports are open' })
  return null
}

interface OpenedPorts {
  readonly node: NodeId
  readonly check: CheckId
  readonly ports: readonly MediaPort[]
}

/** Closes them again. What came of each, by whoever tried them; null where the node saw something else. */
export async function closePorts(
  env: Env,
  { node, check, ports }: OpenedPorts,
  outcomes: readonly PortOutcome[],
): Promise<TriedPort[] | null> {
  const closed = await answerOf(env, node, { ask: 'close-ports', check }, 'ports-closed')
  if (!closed || outcomes.length !== ports.length) return null
  // Whoever was reached knows it: whether one of the two is wrong, or lies, cannot be told.
  if (outcomes.some((outcome, index) => outcome === 'reached' && closed.connected[index] !== true)) {
    log.warn('port-check-contradicted', { node })
    return null
  }
  return ports.flatMap(({ protocol, address, port }, index) => {
    const outcome = outcomes[index]
    return outcome === undefined ? [] : [{ protocol, address, port, outcome }]
  })
}

async function answerOf<Kind extends CheckAnswer['answer']>(
  env: Env,
  node: NodeId,
  ask: CheckAsk,
  kind: Kind,
): Promise<AnswerTo<Kind> | null> {
  const asked = await nodeOf(env, node).once((object) => object.check(ask))
  const is = (answer: CheckAnswer): answer is AnswerTo<Kind> => answer.answer === kind
  if (asked.ok && is(asked.answer)) return asked.answer
  const reason = asked.ok ? wordOf(asked.answer) : asked.error.message
  log.warn('port-check-failed', { node, ask: ask.ask, reason })
  return null
}

const wordOf = (answer: CheckAnswer): string => (answer.answer === 'failed' ? answer.message : answer.answer)
