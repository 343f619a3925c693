import { expect, onTestFinished, test } from 'vitest'
import { requireFreePorts, type WantedPort } from '../../scripts/free-ports.ts'
import { freePorts, holdTcp, holdUdp } from '../../scripts/held-ports.ts'

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
