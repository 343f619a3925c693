import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { Problem } from '../setup/problem.mjs'

export interface WantedPort {
  protocol: 'TCP' | 'UDP'
  host: string
  port: number
  /** The option that changes it, named in the sentence when the port is taken. */
  option: string
}

/** Sees to it that every port can be had, before anything is started that would need them. */
export async function requireFreePorts(wanted: readonly WantedPort[]): Promise<void> {
  for (const port of wanted) await requireFreePort(port)
}

async function requireFreePort({ protocol, host, port, option }: WantedPort): Promise<void> {
  try {
    await (protocol === 'TCP' ? tryTcp(host, port) : tryUdp(host, port))
  } catch (cause) {
    throw new Problem(explain(cause, protocol, host, port, option), { cause })
  }
}

function explain(cause: unknown, protocol: string, host: string, port: number, option: string): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  const where = `${protocol} port ${port} of ${host}`
  if (code === 'EADDRINUSE')
    return `${where} is taken by another program: end it, or choose another with ${option}.`
  if (code === 'EACCES')
    return `${where} needs rights that you do not have: choose one above 1023 with ${option}.`
  if (code === 'EADDRNOTAVAIL')
    return `${host} is not an address of this machine: choose another with --host.`
  return `${where} cannot be used (${String(code ?? cause)}): choose another with ${option}.`
}

async function tryTcp(host: string, port: number): Promise<void> {
  const server = createServer().listen(port, host)
  await once(server, 'listening')
  server.close()
  await once(server, 'close')
}

async function tryUdp(host: string, port: number): Promise<void> {
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4')
  socket.bind(port, host)
  await once(socket, 'listening')
  socket.close()
}
