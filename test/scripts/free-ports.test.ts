import * as v from 'valibot'
import { expect, onTestFinished, test } from 'vitest'
import { requireFreePorts, type WantedPort } from '../../scripts/network/free-ports.ts'
import { freePorts, holdTcp, holdUdp } from '../../scripts/network/held-ports.ts'
import { launch } from './support/program.ts'

const Ports = v.pipe(v.string(), v.parseJson(), v.array(v.number()))

const wanted = (protocol: WantedPort['protocol'], port: number, option: string): WantedPort => ({
  protocol,
  port,
  option,
  host: '127.0.0.1',
})

test('free ports are let pass, and are free afterwards', async () => {
  const port = await freePorts(1)
  const both = [wanted('TCP', port, '--port'), wanted('UDP', port, '--media-port')]
  await requireFreePorts(both)
  await requireFreePorts(both)
})

test.each([
  { protocol: 'TCP', option: '--port', hold: holdTcp },
  { protocol: 'UDP', option: '--media-port', hold: holdUdp },
] as const)(
  'a taken $protocol port is named, with $option, which changes it',
  async ({ protocol, option, hold }) => {
    const port = await freePorts(1)
    const holder = await hold(port)
    onTestFinished(() => void holder.close())
    await expect(requireFreePorts([wanted(protocol, port, option)])).rejects.toMatchObject({
      name: 'Problem',
      message: `${protocol} port ${port} of 127.0.0.1 is taken by another program: end it, or choose another with ${option}.`,
    })
  },
)

test('an address of another machine is said to be that', async () => {
  const elsewhere = { ...wanted('TCP', 8787, '--port'), host: '192.0.2.1' }
  await expect(requireFreePorts([elsewhere])).rejects.toThrow('192.0.2.1 is not an address of this machine')
})

test('two processes that choose free ports at the same time are never told the same', async () => {
  const chooser = `
    const { freePorts } = await import(${JSON.stringify(new URL('../../scripts/network/held-ports.ts', import.meta.url).href)})
    const found = []
    for (let i = 0; i < 300; i += 1) found.push(await freePorts(3))
    console.log(JSON.stringify(found.flatMap((first) => [first, first + 1, first + 2])))
    setTimeout(() => {}, 60_000)`
  const both = [1, 2].map(() => launch({ args: ['--input-type=module', '--eval', chooser] }))
  await expect
    .poll(() => both.every(({ output }) => output().endsWith(']\n')), { timeout: 60_000 })
    .toBe(true)
  const ports = both.flatMap(({ output }) => v.parse(Ports, output()))
  expect(ports).toHaveLength(1_800)
  expect(new Set(ports).size).toBe(ports.length)
})
