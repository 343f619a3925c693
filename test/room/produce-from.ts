import { newProducerId, type PeerId, type ProducerId } from '../../protocol/ids.ts'
import type { PageParams, Welcome } from '../../protocol/page-edge/requests.ts'
import { rtpOf } from '../support/scripted-node.ts'
import { RoomBench } from './room-bench.ts'

/**
 * Somebody begins to send: their voice, in the media session that they have now, unless told otherwise. Nobody has answered
 * yet. Returns what they send, and the request's number.
 */
export function produceFrom(
  room: RoomBench,
  peer: PeerId,
  change: Partial<PageParams<'produce'>> = {},
): { producer: ProducerId; request: number } {
  const { source = 'microphone', producer = newProducerId() } = change
  const { generation } = room.state.peers.get(peer) ?? { generation: 0 }
  const rest = { rtpParameters: rtpOf(source), paused: false }
  const params = { generation, ...rest, ...change, source, producer }
  return { producer, request: room.ask(peer, { name: 'produce', params }) }
}

/** The same, and all who are asked have answered. Returns what they send. */
export function produceSettled(...sent: Parameters<typeof produceFrom>): ProducerId {
  const { producer } = produceFrom(...sent)
  sent[0].settle()
  return producer
}

/** Ada, whose voice is there, and Ben. */
export function meetWithOneVoice(): { room: RoomBench; ada: Welcome; ben: Welcome; producer: ProducerId } {
  const room = new RoomBench()
  const ada = room.welcomed('Ada')
  const ben = room.welcomed('Ben')
  const producer = produceSettled(room, ada.self)
  room.take('answer')
  return { room, ada, ben, producer }
}
