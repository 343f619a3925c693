import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { portOf } from '../../../scripts/network/held-ports.ts'
import { IceTcpProxy, type TcpProxyLimits } from '../../../sfu-node/media/workers/ice-tcp-proxy.ts'
import { framed, PacketReader } from '../../../sfu-node/media/workers/tcp-framing.ts'

const LIMITS: TcpProxyLimits = {
  iceMs: 300,
  idleMs: 500,
  triedPerAddress: 4,
  tried: 100,
  perAddress: 6,
  all: 100,
}

/** A STUN message of that type (RFC 8489 §5), without attributes. */
function stun(type: number): Buffer {
  const message = Buffer.alloc(20)
  message.writeUInt16BE(type)
  message.writeUInt32BE(0x2112a442, 4)
  return message
}
const CHECK = framed(stun(0x0001))

/**
 * A proxy before what answers as a worker does: a binding request with a success where `knows`, an error where not, and
 * everything else with itself.
 */
async function proxyBefore(limits: Partial<TcpProxyLimits> = {}, knows = true) {
  const inside: Socket[] = []
  const server = createServer((socket) => {
    inside.push(socket)
    const packets = new PacketReader()
    socket.on('error', () => socket.destroy())
    socket.on('data', (bytes) => {
      for (const packet of packets.read(bytes)) {
        const isCheck = packet.length === 20 && packet.readUInt16BE() === 0x0001
        socket.write(framed(isCheck ? stun(knows ? 0x0101 : 0x0111) : packet))
      }
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const inner = { ip: '127.0.0.1', port: portOf(server) }
  const proxy = await IceTcpProxy.open({ ip: '127.0.0.1', port: 0, inner }, { ...LIMITS, ...limits })
  onTestFinished(async () => {
    await proxy.close()
    for (const socket of inside) socket.destroy()
    server.close()
  })
  return { proxy, inside }
}

async function visit(proxy: IceTcpProxy): Promise<Socket> {
  const socket = connect(proxy.port, '127.0.0.1')
  socket.on('error', () => socket.destroy())
  onTestFinished(() => void socket.destroy())
  await once(socket, 'connect')
  return socket
}

const closed = (socket: Socket): Promise<void> =>
  vi.waitFor(() => expect(socket.destroyed).toBe(true), { timeout: 5_000, interval: 20 })

/** Comes, and has an ICE check answered. */
async function connected(proxy: IceTcpProxy): Promise<Socket> {
  const socket = await visit(proxy)
  socket.write(CHECK)
  await once(socket, 'data')
  return socket
}

test('W4 many who say nothing are all closed, and the worker never hears of them', async () => {
  const { proxy, inside } = await proxyBefore({
    triedPerAddress: 1_000,
    perAddress: 1_000,
    tried: 1_000,
    all: 1_000,
  })
  const silent = await Promise.all(Array.from({ length: 200 }, () => visit(proxy)))
  for (const socket of silent) socket.resume()
  await Promise.all(silent.map(closed))
  expect(inside).toEqual([])
  expect(proxy.connections).toBe(0)
})

test.each([
  ['what is no ICE', Buffer.from('GET / HTTP/1.1\r\n\r\n')],
  ['the beginning of a frame', Buffer.from([0xff, 0xff, 0])],
])('W4 who says %s is closed', async (_what, bytes) => {
  const { proxy } = await proxyBefore()
  const socket = await visit(proxy)
  socket.resume().write(bytes)
  await closed(socket)
})

test('W4 whose ICE check the worker refuses is closed', async () => {
  const { proxy } = await proxyBefore({}, false)
  const socket = await connected(proxy)
  socket.resume()
  await closed(socket)
})

test('W4 whose check is answered stays, and all goes through unchanged both ways', async () => {
  const { proxy } = await proxyBefore({ idleMs: 60_000 })
  const socket = await connected(proxy)
  const packets = Array.from({ length: 500 }, (_, index) => Buffer.alloc(1_200, index))
  const reader = new PacketReader()
  const heard: Buffer[] = []
  socket.on('data', (bytes) => heard.push(...reader.read(bytes)))
  // Longer than a trial.
  for (const packet of packets) {
    socket.write(framed(packet))
    if (packet[0] === 0) await new Promise((resolve) => setTimeout(resolve, 200))
  }
  await vi.waitFor(() => expect(heard).toHaveLength(packets.length), { timeout: 5_000 })
  expect(Buffer.concat(heard).equals(Buffer.concat(packets))).toBe(true)
  expect(socket.destroyed).toBe(false)
})

test('W4 who was answered, and then vanishes without a word, is closed after a while', async () => {
  const { proxy } = await proxyBefore()
  const socket = await connected(proxy)
  socket.resume()
  await closed(socket)
})

test('W4 one address has so many on trial, and so many in all; those who were answered do not count as on trial', async () => {
  const { proxy } = await proxyBefore({ iceMs: 60_000, idleMs: 60_000 })
  const both = await Promise.all([connected(proxy), connected(proxy)])
  const onTrial = await Promise.all(Array.from({ length: LIMITS.triedPerAddress }, () => visit(proxy)))
  const [first, tooMany] = [onTrial[0], await visit(proxy)]
  tooMany.resume()
  await closed(tooMany)
  first?.destroy()
  await vi.waitFor(() => expect(proxy.connections).toBe(LIMITS.perAddress - 1))
  const again = await connected(proxy)
  for (const socket of [...both, again]) expect(socket.destroyed).toBe(false)
})

test('W4 either end’s close is the other’s, and a closed proxy leaves its port', async () => {
  const { proxy, inside } = await proxyBefore()
  const [left, ended] = [await connected(proxy), await connected(proxy)]
  left.destroy()
  await vi.waitFor(() => expect(proxy.connections).toBe(1))
  ended.resume()
  for (const socket of inside) socket.destroy()
  await closed(ended)
  const { port } = proxy
  await proxy.close()
  const again = await IceTcpProxy.open({ ip: '127.0.0.1', port, inner: { ip: '127.0.0.1', port: 9 } })
  expect(again.port).toBe(port)
  await again.close()
})
