import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { NotAccepting } from '../../../protocol/node-edge/events.ts'
import { freePorts } from '../../../scripts/network/held-ports.ts'
import * as ask from '../support/asks.ts'
import { FakeEdge, type FakeEdgeSocket } from '../support/fake-edge.ts'
import { FarNode, type Run } from '../support/far-node.ts'
import { KEYS, runNode } from '../support/node-program.ts'
import { unknownCodec } from '../support/page-media.ts'

/** A node with limits that has dialled a small edge. */
async function lend(...limits: readonly string[]) {
  const edge = await FakeEdge.start()
  const mediaPort = await freePorts(1)
  const media = ['--listen', '127.0.0.1', '--media-port', String(mediaPort), '--workers', '1']
  const node = runNode(['run', '--edge', edge.url, '--id', 'lent', ...media, ...limits])
  return { node, socket: await edge.nextSocket() }
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'essaim-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

test('N14 a node keeps to its rooms whatever the edge asks, and says at once that it is full, and that it is not', async () => {
  const { node, socket } = await lend('--max-rooms', '1')
  const { registration, event } = await socket.register()
  expect(registration).toMatchObject({ limits: { rooms: 1, people: null }, notAccepting: null })
  expect(event).toMatchObject({ event: 'heartbeat', notAccepting: null })
  const [first, second] = [ask.newRoom(), ask.newRoom()]
  await socket.ask(ask.batch(first, ask.openRouter))
  const full = await socket.next('event')
  expect(full.event).toMatchObject({ load: { rooms: 1 }, notAccepting: 'rooms' })
  const transport = ask.newTransport()
  const [refused, alsoRefused] = await socket.ask(ask.batch(second, ask.openRouter, ask.sending(transport)))
  expect(ask.the('failed', refused)).toMatchObject({ code: 'lending-limit' })
  expect(ask.the('failed', alsoRefused)).toMatchObject({ code: 'lending-limit' })
  // The room that is there goes on.
  const [made] = await socket.ask(ask.batch(first, ask.sending(transport)))
  ask.the('transport-created', made)
  await socket.ask(ask.batch(first, ask.closeRouter))
  expect((await socket.next('event')).event).toMatchObject({ load: { rooms: 0 }, notAccepting: null })
  expect(await socket.ask(ask.batch(second, ask.openRouter))).toEqual([{ outcome: 'done' }])
  await node.logs({ event: 'room-not-accepted', room: second, limit: 'rooms' })
})

test('N14 what an earlier life of the process has sent this month counts', async () => {
  const state = await temporaryFolder()
  const month = new Date().toISOString().slice(0, 7)
  await writeFile(path.join(state, 'transfer.json'), JSON.stringify({ month, bytes: 2_000_000_000 }))
  const { socket } = await lend('--max-transfer', '2', '--state', state)
  const { registration, event } = await socket.register()
  expect(registration).toMatchObject({
    limits: { bytesPerMonth: 2_000_000_000 },
    notAccepting: 'transfer',
  })
  expect(event).toMatchObject({ load: { bytesThisMonth: 2_000_000_000 }, notAccepting: 'transfer' })
})

test('N14 without a limit on it, no count is kept', async () => {
  const state = await temporaryFolder()
  const { socket } = await lend('--max-people', '5', '--state', state)
  await socket.register()
  await expect(readFile(path.join(state, 'transfer.json'))).rejects.toMatchObject({ code: 'ENOENT' })
})

/** Waits for the heartbeat by which the edge learns that this limit is reached. */
async function heartbeatAt(socket: FakeEdgeSocket, limit: NotAccepting) {
  for (;;) {
    const { event } = await socket.next('event')
    if (event.event === 'heartbeat' && event.notAccepting === limit) return event
  }
}

async function expectFull({ node, socket }: Awaited<ReturnType<typeof lend>>, limit: NotAccepting) {
  const [refused] = await socket.ask(ask.batch(ask.newRoom(), ask.openRouter))
  expect(ask.the('failed', refused)).toMatchObject({ code: 'lending-limit' })
  await node.logs({ event: 'room-not-accepted', limit })
}

test('N14 a node that carries as many people as are lent takes no other room', async () => {
  const lent = await lend('--max-people', '1')
  const { socket } = lent
  await socket.register()
  const [room, send, receive] = [ask.newRoom(), ask.newTransport(), ask.newTransport()]
  await socket.ask(ask.batch(room, ask.openRouter, ask.sending(send), ask.receiving(receive)))
  expect(await heartbeatAt(socket, 'people')).toMatchObject({ load: { people: 1 } })
  await expectFull(lent, 'people')
})

test('N14 a node that sends as much as is lent takes no other room', async () => {
  const lent = await lend('--max-bandwidth', '0.001')
  const { socket } = lent
  await socket.register()
  const room = ask.newRoom()
  const run: Run = (...ops) => socket.ask(ask.batch(room, ...ops))
  await run(ask.openRouter)
  const far = await FarNode.open()
  const voice = await far.speak(run, await far.pipeTo(run))
  const pipe = ask.newPipe()
  const [opened] = await run({ op: 'open-pipe', pipe })
  const { srtpParameters } = ask.the('pipe-opened', opened)
  // Nobody is there, and what is sent was sent all the same.
  const address = { ip: '127.0.0.99', port: 41_000 }
  await run(
    { op: 'connect-pipe', pipe, address, srtpParameters },
    { op: 'pipe-consume', pipe, producer: voice.id },
  )
  expect((await heartbeatAt(socket, 'bandwidth')).load.bitsPerSecond).toBeGreaterThan(1_000)
  await expectFull(lent, 'bandwidth')
})

test('G4 a node logs no address, no key and no description of media', async () => {
  const { node, socket } = await lend()
  await socket.register()
  const [room, transport, pipe] = [ask.newRoom(), ask.newTransport(), ask.newPipe()]
  const [, made, opened] = await socket.ask(
    ask.batch(room, ask.openRouter, ask.sending(transport), { op: 'open-pipe', pipe }),
  )
  const { iceParameters, dtlsParameters } = ask.the('transport-created', made).transport
  const { srtpParameters } = ask.the('pipe-opened', opened)
  const address = { ip: '203.0.113.77', port: 41_000 }
  const short = { ...srtpParameters, keyBase64: Buffer.alloc(30, 7).toString('base64') }
  await socket.ask(
    ask.batch(
      room,
      { op: 'connect-pipe', pipe, address, srtpParameters: short },
      { op: 'connect-transport', transport, dtlsParameters: { ...dtlsParameters, role: 'client' } },
      ask.produce(transport, ask.newProducer(), 'audio', unknownCodec),
    ),
  )
  await node.logs({ event: 'operation-failed', op: 'produce' })
  const text = node.output.join('\n')
  const fingerprints = dtlsParameters.fingerprints.map(({ value }) => value)
  const { usernameFragment, password } = iceParameters
  const keys = [srtpParameters.keyBase64, short.keyBase64, KEYS.privateKey, KEYS.publicKey]
  for (const secret of [address.ip, usernameFragment, password, ...fingerprints, ...keys]) {
    expect(text).not.toContain(secret)
  }
})
