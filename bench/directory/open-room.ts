import { once } from 'node:events'
import * as v from 'valibot'
import WebSocket from 'ws'
import { ROUTER_RTP_CAPABILITIES } from '../../protocol/media/codecs.ts'
import { readEdgeFrame } from '../../protocol/page-edge/frames.ts'
import { Welcome } from '../../protocol/page-edge/requests.ts'
import { PAGE_EDGE } from '../../protocol/version.ts'
import { fromOwnAddress } from './own-address.ts'

/**
 * Opens a room and leaves it. Resolves with how long it took from the `join` to the `welcome` with a node's transports, in
 * ms. Throws where the edge refuses, or knows no node.
 */
export async function openRoom(url: string, room: string): Promise<number> {
  const address = new URL(`/api/rooms/${room}/socket`, url)
  address.protocol = 'ws:'
  const socket = new WebSocket(address, { origin: new URL(url).origin, headers: fromOwnAddress() })
  try {
    await once(socket, 'open')
    const answered = once(socket, 'message')
    const params = { protocol: PAGE_EDGE.newest, name: 'Ada', rtpCapabilities: ROUTER_RTP_CAPABILITIES }
    const since = performance.now()
    socket.send(JSON.stringify({ id: 1, request: 'join', params }))
    const [data] = await answered
    const took = performance.now() - since
    const frame = readEdgeFrame(String(data))
    if (!('result' in frame)) throw new Error(`the room did not open: ${String(data)}`)
    if (v.parse(Welcome, frame.result).media === null) throw new Error('no node took the room')
    return took
  } finally {
    socket.terminate()
  }
}
