import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { freePorts } from '../../../scripts/network/held-ports.ts'
import { TCP_PROXY_LIMITS } from '../../../sfu-node/media/workers/ice-tcp-proxy.ts'
import { MediaWorker } from '../../../sfu-node/media/workers/media-worker.ts'
import { framed, PacketReader } from '../../../sfu-node/media/workers/tcp-framing.ts'
import { bindingRequest } from '../support/binding-request.ts'

/** A real worker, before which silent connections are closed so soon. */
async function startWorker(iceMs: number): Promise<MediaWorker> {
  const address = {
    listen: '127.0.0.1',
    announce: ['127.0.0.1'],
    port: await freePorts(1),
    pipePorts: { from: 1, to: 1 },
  }
  const worker = await MediaWorker.start(address, { ...TCP_PROXY_LIMITS, iceMs })
  onTestFinished(() => worker.close())
  return worker
}

test('W4 silent TCP connections to a media port are closed, and one with ICE is answered and stays', async () => {
  const worker = await startWorker(1_000)
  const { port } = worker.address
  const silent = Array.from({ length: TCP_PROXY_LIMITS.triedPerAddress - 1 }, () =>
    connect(port, '127.0.0.1').resume(),
  )
  const closed = silent.map((socket) => {
    socket.on('error', () => socket.destroy())
    return once(socket, 'close')
  })
  const router = await worker.openProbeRouter()
  const transport = await router.createWebRtcTransport({ webRtcServer: worker.webRtcServer })
  const candidate = worker.candidatesOf(transport).find(({ protocol }) => protocol === 'tcp')
  expect(candidate).toMatchObject({ address: '127.0.0.1', port })
  const { usernameFragment, password } = transport.iceParameters
  const page = connect(port, '127.0.0.1')
  onTestFinished(() => void page.destroy())
  const packets = new PacketReader()
  const check = async () => {
    page.write(framed(bindingRequest(usernameFragment, password)))
    const [bytes] = await once(page, 'data')
    return packets.read(bytes).map((packet) => packet.readUInt16BE())
  }
  expect(await check()).toEqual([0x0101])
  await Promise.all(closed)
  // Beyond the trial of all of them.
  expect(await check()).toEqual([0x0101])
  expect(page.destroyed).toBe(false)
  await worker.close()
})
