import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { freePorts } from '../../scripts/held-ports.ts'
import * as ask from './support/asks.ts'
import { FakeEdge } from './support/fake-edge.ts'
import { runNode } from './support/node-program.ts'

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
  expect(ask.the('failed', refused)).toMatchObject({ code: 'media-failed' })
  expect(ask.the('failed', alsoRefused)).toMatchObject({ code: 'media-failed' })
  // The room that is there goes on.
  const [made] = await socket.ask(ask.batch(first, ask.sending(transport)))
  ask.the('transport-created', made)
  await socket.ask(ask.batch(first, ask.closeRouter))
  expect((await socket.next('event')).event).toMatchObject({ load: { rooms: 0 }, notAccepting: null })
  expect(await socket.ask(ask.batch(second, ask.openRouter))).toEqual([{ outcome: 'done' }])
  expect(node.logged()).toContainEqual(
    expect.objectContaining({ event: 'room-not-accepted', room: second, limit: 'rooms' }),
  )
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
