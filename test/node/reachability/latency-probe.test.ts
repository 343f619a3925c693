import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Probe } from '../../../protocol/node-edge/probe.ts'
import { freePorts } from '../../../scripts/network/held-ports.ts'
import { LoadMeter } from '../../../sfu-node/metrics/load-meter.ts'
import { LatencyProbe } from '../../../sfu-node/reachability/latency-probe.ts'
import { bindingRequest, SUCCESS } from '../support/binding-request.ts'
import { FakeEdge } from '../support/fake-edge.ts'
import { runNode } from '../support/node-program.ts'
import { openPool } from '../support/pool.ts'
import { until } from '../support/until.ts'

/** Asks from a socket of its own, as a page does; answers with the type of the STUN message that comes back. */
async function ask({ usernameFragment, password, port }: Probe): Promise<number> {
  const socket = createSocket('udp4')
  onTestFinished(() => void socket.close())
  socket.send(bindingRequest(usernameFragment, password), port, '127.0.0.1')
  const [answer] = await once(socket, 'message', { signal: AbortSignal.timeout(30_000) })
  return answer.readUInt16BE(0)
}

async function openProbe() {
  const { pool } = await openPool(1)
  const nodeProbe = new LatencyProbe(pool)
  const probe = await nodeProbe.keepOpen()
  if (!probe) throw new Error('no probe was opened')
  return { pool, nodeProbe, probe }
}

describe('X8 the probe', () => {
  test('answers everybody, more than ICE keeps in mind, and goes on with the first', async () => {
    const { probe } = await openProbe()
    for (let asker = 0; asker < 20; asker += 1) expect(await ask(probe)).toBe(SUCCESS)
  })

  test('answers nobody who does not have its password', async () => {
    const { probe } = await openProbe()
    expect(await ask({ ...probe, password: 'x'.repeat(32) })).not.toBe(SUCCESS)
  })

  test('is nobody, and no load', async () => {
    const { pool, probe } = await openProbe()
    await ask(probe)
    const { load } = await new LoadMeter().measure(pool.workers, pool.size)
    expect(load).toMatchObject({ rooms: 0, people: 0, routers: 0, transports: 0 })
  })

  test('stays what it is while its worker lives, and is opened anew when another has taken its place', async () => {
    const { pool, nodeProbe, probe } = await openProbe()
    expect(await nodeProbe.keepOpen()).toBeNull()
    expect(nodeProbe.probe).toEqual(probe)
    const [worker] = pool.workers
    if (!worker) throw new Error('no worker')
    worker.kill()
    await until(() => pool.workers.length === 1 && pool.workers[0] !== worker)
    expect(nodeProbe.probe).toBeNull()
    const anew = await nodeProbe.keepOpen()
    expect(anew).toMatchObject({ address: probe.address, port: probe.port })
    expect(anew?.usernameFragment).not.toBe(probe.usernameFragment)
    if (anew) expect(await ask(anew)).toBe(SUCCESS)
  })
})

test('X8 a node tells its probe when it registers', async () => {
  const edge = await FakeEdge.start()
  const port = await freePorts(1)
  const media = ['--listen', '127.0.0.1', '--media-port', String(port), '--workers', '1']
  runNode(['run', '--edge', edge.url, '--id', 'probed', ...media])
  const { registration } = await (await edge.nextSocket()).register()
  expect(registration.probe).toMatchObject({ address: '127.0.0.1', port })
  if (registration.probe) expect(await ask(registration.probe)).toBe(SUCCESS)
})
