import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer, type Server } from 'node:net'

const LOOPBACK = '127.0.0.1'

/** Holds `port` (0: any) for TCP until it is closed. */
export async function holdTcp(port: number): Promise<Server> {
  const server = createServer()
  server.listen(port, LOOPBACK)
  await once(server, 'listening')
  return server
}

/** Holds `port` for UDP until it is closed. */
export async function holdUdp(port: number) {
  const socket = createSocket('udp4')
  socket.bind(port, LOOPBACK)
  await once(socket, 'listening')
  return socket
}

export function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return address.port
}

async function isFree(port: number): Promise<boolean> {
  try {
    const [tcp, udp] = [await holdTcp(port), await holdUdp(port)]
    await Promise.all([once(tcp.close(), 'close'), once(udp.close(), 'close')])
    return true
  } catch {
    return false
  }
}

/** The first of `count` ports in a row that are free for UDP and TCP on loopback. */
export async function freePorts(count: number): Promise<number> {
  for (;;) {
    const server = await holdTcp(0)
    const first = portOf(server)
    await once(server.close(), 'close')
    const ports = Array.from({ length: count }, (_, i) => first + i)
    const free = await Promise.all(ports.map(isFree))
    if (free.every(Boolean)) return first
  }
}
