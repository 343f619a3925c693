import { describe, expect, test } from 'vitest'
import { PublicAddresses } from '../../../sfu-node/reachability/public-addresses.ts'

const EDGE = new URL('https://meet.example.org')
const AT_HOME = ['127.0.0.1', '::1', '192.168.1.5', 'fe80::1', 'fd00::2']
const [HOME, OTHER_HOME] = ['1.1.1.1', '8.8.8.8']
const [OWN_IPV6, OTHER_IPV6] = ['2606:4700::7', '2606:4700::8']

/** What the edge tells over a family: an address, that it knows none, or nothing, as it is not reached. */
type Told = string | null | Error
const UNREACHED = Object.assign(new Error('connect ECONNREFUSED 192.0.2.1:443'), { code: 'ECONNREFUSED' })

/** A machine with these addresses, to which the edge tells that. Both may be said anew. */
function aMachine(own: readonly string[], ipv4: Told, ipv6: Told) {
  const machine = { own, told: { 4: ipv4, 6: ipv6 } }
  const asked: number[] = []
  const addresses = new PublicAddresses(EDGE, {
    own: () => machine.own,
    ask: async (_, family) => {
      asked.push(family)
      const told = machine.told[family]
      if (told instanceof Error) throw told
      return told
    },
  })
  return { machine, addresses, asked }
}

describe('N16 found', () => {
  test.each([
    ['at home, behind a NAT', AT_HOME, HOME, UNREACHED, [HOME]],
    ['at home, with IPv6', [...AT_HOME, OWN_IPV6], HOME, OWN_IPV6, [HOME, OWN_IPV6]],
    ['on a server', [HOME, OWN_IPV6], HOME, OWN_IPV6, [HOME, OWN_IPV6]],
    ['with IPv6 alone', [OWN_IPV6], UNREACHED, OWN_IPV6, [OWN_IPV6]],
    ['by an edge that does not know', [...AT_HOME, HOME, OWN_IPV6], null, null, [HOME, OWN_IPV6]],
    ['by an edge without IPv6', [HOME, OWN_IPV6], HOME, UNREACHED, [HOME, OWN_IPV6]],
    ['the one of several that the edge sees', [HOME, OTHER_HOME], OTHER_HOME, null, [OTHER_HOME]],
  ])('%s', async (_, own, ipv4, ipv6, found) => {
    const { addresses, asked } = aMachine(own, ipv4, ipv6)
    expect(await addresses.find()).toEqual(found)
    expect(asked).toEqual([4, 6])
  })

  test('not where nobody knows a public one: a sentence names the option', async () => {
    const { addresses } = aMachine(AT_HOME, null, UNREACHED)
    await expect(addresses.find()).rejects.toMatchObject({
      exitCode: 2,
      message:
        'Neither the edge nor this machine knows a public address of it: say with --announce where browsers reach it.',
    })
    await expect(addresses.findInTheEnd()).rejects.toMatchObject({ exitCode: 2 })
  })

  test('not where the edge is not reached, whatever this machine has: a sentence says so', async () => {
    const { addresses } = aMachine([HOME], UNREACHED, UNREACHED)
    await expect(addresses.find()).rejects.toMatchObject({
      exitCode: 6,
      message: expect.stringContaining(
        'The edge at https://meet.example.org/ cannot be reached (ECONNREFUSED)',
      ),
    })
  })

  test('in the end, when the edge is there', async () => {
    const { machine, addresses, asked } = aMachine(AT_HOME, UNREACHED, UNREACHED)
    const found = addresses.findInTheEnd()
    while (asked.length < 4) await new Promise((resolve) => setTimeout(resolve, 10))
    machine.told[4] = HOME
    expect(await found).toEqual([HOME])
  })
})

test('N16 what no interface has is translated on the way', () => {
  const { addresses } = aMachine([...AT_HOME, OWN_IPV6], HOME, OWN_IPV6)
  expect(addresses.isTranslated(HOME)).toBe(true)
  expect(addresses.isTranslated(OWN_IPV6)).toBe(false)
})

describe('N16 announced so far, and looked at again', () => {
  const announced = [HOME, OWN_IPV6]

  test.each([
    ['it is the same', [...AT_HOME, OWN_IPV6], HOME, OWN_IPV6, null],
    ['the line has another IPv4', [...AT_HOME, OWN_IPV6], OTHER_HOME, OWN_IPV6, OTHER_HOME],
    ['the line has another prefix', [...AT_HOME, OTHER_IPV6], HOME, OTHER_IPV6, OTHER_IPV6],
    ['the server has another IPv4, as only it knows', [OTHER_HOME, OWN_IPV6], null, null, OTHER_HOME],
    ['the edge prefers another one of several', [HOME, OTHER_HOME, OWN_IPV6], OTHER_HOME, OTHER_IPV6, null],
    ['IPv6 is gone', AT_HOME, HOME, UNREACHED, null],
    ['nobody knows', AT_HOME, null, null, null],
    ['the edge is not reached', AT_HOME, UNREACHED, UNREACHED, null],
  ])('%s', async (_, own, ipv4, ipv6, replacement) => {
    expect(await aMachine(own, ipv4, ipv6).addresses.replacementOf(announced)).toBe(replacement)
  })

  test('what an interface has is good, and the edge is not asked', async () => {
    const { addresses, asked } = aMachine([HOME, OWN_IPV6], OTHER_HOME, OTHER_IPV6)
    expect(await addresses.replacementOf(announced)).toBeNull()
    expect(asked).toEqual([])
  })
})
