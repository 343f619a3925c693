import { networkInterfaces } from 'node:os'
import { expect, test } from 'vitest'
import { addressOfOwnNetwork, inOwnNetwork, SECOND_ADDRESS } from '../../scripts/network/own-network.ts'
import { runCommand } from '../../scripts/setup/run-command.mjs'

test('a command in a network of its own has two addresses that are not loopback, a route, and nobody else', async () => {
  const here = Object.keys(networkInterfaces())
  const [command, args] = inOwnNetwork('ip', ['-oneline', 'route', 'get', '192.0.2.1'])
  expect(await runCommand(command, [...args])).toMatch(/dev cable src 198\.18\.0\.1/)
  const [again, more] = inOwnNetwork('ip', ['-oneline', 'route', 'get', SECOND_ADDRESS])
  expect(await runCommand(again, [...more])).toMatch(/^local 198\.18\.0\.5 /)
  expect(Object.keys(networkInterfaces())).toEqual(here)
})

test('outside of one, it is said how the tests are to be started', () => {
  expect(addressOfOwnNetwork).toThrow(/npm test -- --only firefox/)
})
