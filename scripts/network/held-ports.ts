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

/** Whether somebody else has the port, or the kernel keeps it for itself; anything else is a failure of ours. */
const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')

async function isFree(port: number): Promise<boolean> {
  // One after the other: what holds the first must not stay where the second is taken.
  for (const hold of [holdTcp, holdUdp]) {
    try {
      const held = await hold(port)
      await once(held.close(), 'close')
    } catch (error) {
      if (!isTaken(error)) throw error
      return false
    }
  }
  return true
}

/** Below the ports that Linux gives to whoever asks for any (ip_local_port_range, ip(7)), and above those that services have. */
const FIRST_PORT = 12_000
const LAST_PORT = 31_999

/** What says that a port is ours, until this process ends, and to others who ask here alone. */
const claims = new Map<number, Server>()

/**
 * Claims a port against all other processes of this machine that choose theirs here: whoever was told of a port opens it only
 * later, and meanwhile it is free. A name of Linux's own among sockets (unix(7), "abstract") says so: it ends with its process,
 * whatever ends that, and holds for one network, as ports do. Where there are none, two are unlikely to choose the same port.
 */
async function claim(port: number): Promise<boolean> {
  if (claims.has(port)) return false
  const name = createServer().unref()
  claims.set(port, name)
  if (process.platform !== 'linux') return true
  try {
    name.listen({ path: `\0essaim-port-${port}` })
    await once(name, 'listening')
    return true
  } catch (error) {
    claims.delete(port)
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return false
    throw error
  }
}

/** Claims all of these ports that are free, or none. */
async function claimAll(ports: readonly number[]): Promise<boolean> {
  const claimed: number[] = []
  for (const port of ports) {
    if (!(await claim(port))) break
    claimed.push(port)
    if (!(await isFree(port))) break
    if (claimed.length === ports.length) return true
  }
  for (const port of claimed) {
    claims.get(port)?.close()
    claims.delete(port)
  }
  return false
}

/**
 * The first of `count` ports in a row that are free for UDP and TCP on loopback: they are this process's until it ends, as far
 * as others choose theirs here, too.
 */
export async function freePorts(count: number): Promise<number> {
  for (;;) {
    const first = FIRST_PORT + Math.floor(Math.random() * (LAST_PORT - FIRST_PORT - count + 2))
    if (await claimAll(Array.from({ length: count }, (_, i) => first + i))) return first
  }
}
