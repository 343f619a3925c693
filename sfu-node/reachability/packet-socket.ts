import { createSocket } from 'node:dgram'
import { connect, isIPv6 } from 'node:net'
import type { MediaPort } from '../../protocol/node-edge/port-check.ts'
import { framed, PacketReader } from '../media/workers/tcp-framing.ts'

export interface PacketSocketListeners {
  onPacket(packet: Buffer): void
  /** Nothing more comes this way, for a reason that the system knows (`ECONNREFUSED`, `ENETUNREACH`…). Called once at most. */
  onFailed(code: string): void
}

/** Packets to and from one port of another machine. */
export interface PacketSocket {
  /** Sends where that can be done; what is lost is lost. */
  send(packet: Buffer): void
  /** Ends it, and what was under way. Idempotent. */
  close(): void
}

/** Opens a way to that port by its protocol, without waiting for anything. */
export const openPacketSocket = (port: MediaPort, listeners: PacketSocketListeners): PacketSocket =>
  port.protocol === 'udp' ? openUdpSocket(port, listeners) : openTcpSocket(port, listeners)

function openUdpSocket(
  { address, port }: MediaPort,
  { onPacket, onFailed }: PacketSocketListeners,
): PacketSocket {
  const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4')
  const waiting: Buffer[] = []
  let state: 'opening' | 'open' | 'closed' = 'opening'
  const close = (): void => {
    if (state !== 'closed') socket.close()
    state = 'closed'
  }
  socket.on('message', onPacket)
  socket.on('error', (error) => {
    if (state === 'closed') return
    close()
    onFailed(codeOf(error))
  })
  // Connected: so that nobody else is listened to, and a refusal is heard.
  socket.connect(port, address, () => {
    if (state === 'closed') return
    state = 'open'
    for (const packet of waiting) socket.send(packet)
  })
  const send = (packet: Buffer): void => {
    if (state === 'opening') waiting.push(packet)
    else if (state === 'open') socket.send(packet)
  }
  return { send, close }
}

function openTcpSocket(
  { address, port }: MediaPort,
  { onPacket, onFailed }: PacketSocketListeners,
): PacketSocket {
  const socket = connect({ host: address, port, noDelay: true })
  const reader = new PacketReader()
  socket.on('data', (bytes) => {
    for (const packet of reader.read(bytes)) onPacket(packet)
  })
  socket.once('error', (error) => onFailed(codeOf(error)))
  return {
    send: (packet) => {
      if (!socket.destroyed) socket.write(framed(packet))
    },
    close: () => void socket.destroy(),
  }
}

const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : '')
