import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, writeFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { networkInterfaces } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { NetworkNamespace } from '../../scripts/network/network-namespace.ts'
import { PINNED_NODE } from '../../scripts/setup/places.mjs'
import { temporaryFolder } from './support/program.ts'

/** Says back what it hears, at any free port, which it prints. */
const ECHO = `
  const server = require('node:net').createServer((socket) => socket.pipe(socket))
  server.listen(0, process.argv[1], () => console.log(server.address().port))
`

const hostsHere = () =>
  Object.values(networkInterfaces()).flatMap((addresses) => addresses?.map(({ address }) => address) ?? [])

async function echoIn({ within, address }: NetworkNamespace): Promise<Socket> {
  const [command = '', ...before] = within
  const child = spawn(command, [...before, PINNED_NODE, '--eval', ECHO, address])
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await once(child, 'close')
  })
  const [port] = await once(child.stdout, 'data')
  const socket = connect(Number(port), address)
  await once(socket, 'connect')
  onTestFinished(() => void socket.destroy())
  return socket
}

const answer = (socket: Socket): Promise<unknown[]> => {
  socket.write('?')
  return once(socket, 'data')
}

test('what runs in a namespace is reached until it is cut; then it is silent, and nothing is closed', async () => {
  const network = await NetworkNamespace.open()
  onTestFinished(() => network.close())
  const other = await NetworkNamespace.open()
  onTestFinished(() => other.close())
  expect(other.address).not.toBe(network.address)
  const [socket, beside] = [await echoIn(network), await echoIn(other)]
  await answer(socket)
  let said = 0
  socket.on('data', () => {
    said += 1
  })
  const closed = vi.fn()
  socket.on('close', closed)
  await network.cut()
  socket.write('?')
  await pause(500)
  expect(said).toBe(0)
  expect(closed).not.toHaveBeenCalled()
  await answer(beside)
})

test('nothing is left of it', async () => {
  const network = await NetworkNamespace.open()
  await expect.poll(hostsHere, { timeout: 20_000 }).toContain(network.host)
  await network.close()
  expect(hostsHere()).not.toContain(network.host)
})

test('where none can be made, it is said why and what it needs', async () => {
  const folder = await temporaryFolder()
  const unshare = path.join(folder, 'unshare')
  await writeFile(unshare, '#!/bin/sh\necho unshare failed: Operation not permitted >&2\nexit 1\n')
  await chmod(unshare, 0o755)
  vi.stubEnv('PATH', `${folder}${path.delimiter}${process.env['PATH']}`)
  onTestFinished(() => void vi.unstubAllEnvs())
  await expect(NetworkNamespace.open()).rejects.toThrow(
    /no network namespace can be made here \(unshare failed: Operation not permitted\): .+ needs Linux and root/,
  )
})
