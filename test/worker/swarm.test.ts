import { exports } from 'cloudflare:workers'
import * as v from 'valibot'
import { afterEach, describe, expect, test } from 'vitest'
import { Swarm } from '../../protocol/http/swarm.ts'
import { NodeId } from '../../protocol/ids.ts'
import { newNodeKeyPair } from '../../protocol/node-edge/keys.ts'
import { NodeClient, UNLIMITED } from './node-client.ts'
import { enrol, invite, listed, order } from './operator-client.ts'
import { PageClient } from './page-client.ts'

const LOAD = {
  rooms: 1,
  people: 5,
  routers: 1,
  transports: 10,
  producers: 5,
  consumers: 20,
  cpu: 0.25,
  bitsPerSecond: 1_234_567,
  bytesThisMonth: 7_654_321,
}

afterEach(async () => {
  await PageClient.leaveAll()
  await NodeClient.dropAll()
})

/** The edge makes what it publishes anew once a second at most. */
const LONGER_THAN_KEPT = { timeout: 5_000 }

const ask = () => exports.default.fetch('http://edge/api/swarm')

/** What the edge publishes of one node. */
async function published(node: string) {
  const { lent } = v.parse(Swarm, await (await ask()).json())
  return lent.find((each) => each.node === node)
}

const tells = (node: NodeClient, people: number) =>
  node.send({ type: 'event', event: { event: 'heartbeat', load: { ...LOAD, people }, notAccepting: null } })

/** A lender who was invited and came, but whose node is away. */
async function enrolled(name: string): Promise<{ readonly key: string }> {
  const { code } = await invite(name, {
    link: 'https://library.example/',
    place: 'Lyon',
    at: { latitude: 45.760512, longitude: 4.857123 },
  })
  const keys = await newNodeKeyPair()
  await enrol(code, keys)
  return { key: keys.publicKey }
}

describe('S6 who carries the rooms', () => {
  test('anybody may read it, from any page, and keep it for some seconds', async () => {
    const response = await ask()
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('cache-control')).toMatch(/^public, max-age=\d\d?$/)
  })

  test('a lender is named with page and place, to the tenth of a degree', async () => {
    await enrolled('Library of Lyon')
    expect(await published('library-of-lyon')).toEqual({
      node: 'library-of-lyon',
      name: 'Library of Lyon',
      link: 'https://library.example/',
      place: 'Lyon',
      at: { latitude: 45.8, longitude: 4.9 },
      connected: false,
      takesRooms: false,
      people: 0,
    })
  })

  test('whom a node carries is told as it tells it, until it goes', async () => {
    const node = await NodeClient.start('club')
    tells(node, 5)
    await expect
      .poll(() => published('club'), LONGER_THAN_KEPT)
      .toMatchObject({ connected: true, takesRooms: true, people: 5 })
    await NodeClient.dropAll()
    await expect
      .poll(() => published('club'), LONGER_THAN_KEPT)
      .toMatchObject({ connected: false, people: 0 })
  })

  test('the operator’s own nodes are counted, and not named', async () => {
    const node = await NodeClient.start('own')
    tells(node, 3)
    await expect
      .poll(async () => v.parse(Swarm, await (await ask()).json()).own, LONGER_THAN_KEPT)
      .toEqual({ nodes: 1, people: 3 })
    expect(await published('own')).toBeUndefined()
  })

  test('a paused or revoked node is not shown', async () => {
    await NodeClient.start('tired')
    expect(await published('tired')).toBeDefined()
    await order('nodes/tired/pause')
    expect(await published('tired')).toBeUndefined()
    await order('nodes/tired/resume')
    expect(await published('tired')).toBeDefined()
    await order('nodes/tired/revoke')
    expect(await published('tired')).toBeUndefined()
  })

  test('nothing in it is secret: no key, no room, no limit, no load, no house', async () => {
    const { key } = await enrolled('Discreet')
    const node = await NodeClient.open('discreet-too')
    await node.register({
      region: 'cellar',
      version: '9.8.7',
      limits: { ...UNLIMITED, bitsPerSecond: 4_242_000 },
    })
    await node.inbox.next(({ type }) => type === 'registered')
    const ada = await PageClient.open('secret-circle')
    await ada.welcome('Ada Lovelace')
    tells(node, 1)
    await expect.poll(() => published('discreet-too'), LONGER_THAN_KEPT).toMatchObject({ people: 1 })
    const text = await (await ask()).text()
    expect(text).toContain('Discreet')
    for (const secret of [key, 'secret-circle', 'Ada', 'cellar', '9.8.7', '4242000', '1234567', '45.76'])
      expect(text).not.toContain(secret)
    expect(v.parse(v.strictObject(Swarm.entries), JSON.parse(text))).toEqual(JSON.parse(text))
  })
})

describe('S7 by whom one is carried', () => {
  test('a lender by name and page; the operator’s own node is nobody’s', async () => {
    await enrolled('Named')
    await NodeClient.start('lending')
    const ada = await PageClient.open('carried-room')
    expect((await ada.welcome('Ada')).media?.carriedBy).toEqual({ name: 'lending', link: null })
    await NodeClient.dropAll()
    await NodeClient.start('own')
    expect(await ada.event('media-started')).toMatchObject({ data: { media: { carriedBy: null } } })
  })
})

describe('S8 the host that one wishes for', () => {
  test('carries the room if it takes rooms, and somebody else if it does not', async () => {
    await NodeClient.start('first-host')
    await NodeClient.start('second-host')
    for (const wished of ['first-host', 'second-host']) {
      const page = await PageClient.open(`wishing-for-${wished}`)
      const { media } = await page.welcome('Ada', { preferredNode: v.parse(NodeId, wished) })
      expect(media?.carriedBy?.name).toBe(wished)
    }
    await order('nodes/second-host/pause')
    expect(await listed('second-host')).toMatchObject({ adminState: 'paused' })
    const page = await PageClient.open('wishing-in-vain')
    expect(
      (await page.welcome('Ada', { preferredNode: v.parse(NodeId, 'second-host') })).media?.carriedBy?.name,
    ).toBe('first-host')
  })
})
