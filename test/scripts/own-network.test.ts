import { networkInterfaces } from 'node:os'
import { expect, test } from 'vitest'
import { addressOfOwnNetwork, inOwnNetwork } from '../../scripts/network/own-network.ts'
import { runCommand } from '../../scripts/setup/run-command.mjs'

test('a command in a network of its own has an address that is not loopback, a route, and nobody else', async () => {
  const here = Object.keys(networkInterfaces())
  const [command, args] = inOwnNetwork('ip', ['-oneline', 'route', 'get', '192.0.2.1'])
  expect(await runCommand(command, [...args])).toMatch(/dev cable src 198\.18\.0\.1/)
  expect(Object.keys(networkInterfaces())).toEqual(here)
})

test('outside of one, it is said how the tests are to be started', () => {
  expect(addressOfOwnNetwork).toThrow(/npm test -- --only firefox/)
})
