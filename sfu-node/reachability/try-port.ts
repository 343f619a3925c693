import type { WebRtcTransport } from 'mediasoup/types'
import type { OpenedPort, PortOutcome } from '../../protocol/node-edge/port-check.ts'
import { IceCheck } from './ice-check.ts'
import { openPacketSocket, type PacketSocket } from './packet-socket.ts'
import { isStun } from './stun-message.ts'

/** How long a port may take to answer ICE: five requests in that time. */
const ICE_TIMEOUT_MS = 5_000
/** How long DTLS may take from then on: three flights may be lost, which are sent again after 1, 2 and 4 s (RFC 6347 §4.2.4.1). */
const DTLS_TIMEOUT_MS = 8_000

/** What the system says where there is no way to such addresses at all. */
const NO_WAY: readonly string[] = ['ENETUNREACH', 'EAFNOSUPPORT', 'EADDRNOTAVAIL']

/**
 * Connects a transport of this node to a port of another one, to the end of DTLS. Both are mediasoup's, which only ever
 * answers ICE: so the checks are made here, to the one and to the other, and what else comes is passed between them.
 *
 * @param own - Listens on loopback by UDP, alone, and is connected to nobody. It is closed where it fails.
 * Rejects where `own` does not work.
 */
export async function tryPort(port: OpenedPort, own: WebRtcTransport): Promise<PortOutcome> {
  const sockets: PacketSocket[] = []
  try {
    return await trySockets(port, own, sockets)
  } finally {
    for (const socket of sockets) socket.close()
  }
}

async function trySockets(
  port: OpenedPort,
  own: WebRtcTransport,
  sockets: PacketSocket[],
): Promise<PortOutcome> {
  const { promise: failed, resolve: fail } = Promise.withResolvers<PortOutcome>()
  const far = openChecked(port, port.iceParameters, (code) => fail(outcomeOf(code)))
  sockets.push(far.socket)
  // ICE first at the far end: our DTLS begins when ICE is done here, and its first packet is not to be lost.
  const farAnswers = await Promise.race([far.check.answersWithin(ICE_TIMEOUT_MS), failed])
  if (typeof farAnswers === 'string') return farAnswers
  if (!farAnswers) return 'silent'

  const near = openChecked(innerPortOf(own), own.iceParameters, () => own.close())
  sockets.push(near.socket)
  far.passTo(near.socket)
  near.passTo(far.socket)
  const finished = dtlsFinishes(own)
  await own.connect({ dtlsParameters: { ...port.dtlsParameters, role: 'server' } })
  if (!(await near.check.answersWithin(ICE_TIMEOUT_MS)))
    throw new Error('the own transport does not answer ICE')
  const isFinished = await Promise.race([finished, failed.then(() => false)])
  if (own.closed) throw new Error('the own transport was closed')
  return isFinished ? 'reached' : 'unfinished'
}

type Address = Parameters<typeof openPacketSocket>[0]

/** A socket whose STUN messages are a check's, and whose other packets are passed on. */
function openChecked(to: Address, ice: OpenedPort['iceParameters'], onFailed: (code: string) => void) {
  let pass = (_packet: Buffer): void => {}
  const socket = openPacketSocket(to, {
    onPacket: (packet) => (isStun(packet) ? check.take(packet) : pass(packet)),
    onFailed,
  })
  const check = new IceCheck(ice, (packet) => socket.send(packet))
  const passTo = (other: PacketSocket): void => {
    pass = (packet) => other.send(packet)
  }
  return { socket, check, passTo }
}

function innerPortOf({ iceCandidates }: WebRtcTransport): Address {
  const [candidate] = iceCandidates
  if (!candidate) throw new Error('the own transport has no candidate')
  return { protocol: 'udp', address: candidate.address, port: candidate.port }
}

/** Whether DTLS comes to its end: that of a client, which is the last of the two to know. */
function dtlsFinishes(own: WebRtcTransport): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (isFinished: boolean): void => {
      clearTimeout(timer)
      resolve(isFinished)
    }
    const timer = setTimeout(() => settle(false), DTLS_TIMEOUT_MS)
    own.on('dtlsstatechange', (state) => {
      if (state === 'connected' || state === 'failed') settle(state === 'connected')
    })
    own.observer.once('close', () => settle(false))
  })
}

function outcomeOf(code: string): PortOutcome {
  if (code === 'ECONNREFUSED') return 'refused'
  return NO_WAY.includes(code) ? 'no-way' : 'silent'
}
