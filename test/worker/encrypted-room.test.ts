import { runInDurableObject } from 'cloudflare:test'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { DOOR_TRIES_BURST } from '../../protocol/limits.ts'
import { DisplayName } from '../../protocol/names/display-name.ts'
import { CreatorKey, LinkProof, SpokenWords } from '../../protocol/page-edge/door.ts'
import { MessagePayload, PersonName } from '../../protocol/page-edge/sealed.ts'
import { PAGE_EDGE } from '../../protocol/version.ts'
import { evictAtRest } from './evict-at-rest.ts'
import { PageClient } from './page-client.ts'
import { RoomOfTwo } from './room-of-two.ts'

const here = RoomOfTwo.ofEachTest('encrypted')
const proof = (letter: string) => ({ linkProof: v.parse(LinkProof, letter.repeat(43)) })
const sealed = (letter: string) => ({ sealed: `0.${letter.repeat(123)}` })
const called = (letter: string) => ({ name: v.parse(PersonName, sealed(letter)) })
const key = { creatorKey: v.parse(CreatorKey, 'k'.repeat(43)) }
const right = proof('r')
const everyone = { to: 'everyone' } as const

/** Ada opened the room with its link; Ben is there. */
async function encrypted() {
  const ada = await PageClient.open(here.name, '192.0.2.1')
  const adaIs = await ada.welcome('Ada', { ...right, ...key, ...called('a') })
  const ben = await PageClient.open(here.name, '192.0.2.2')
  const benIs = await ben.welcome('Ben', { ...right, ...called('b') })
  await ada.event('peer-joined')
  return { ada, adaIs, ben, benIs }
}

type Change = Parameters<PageClient['join']>[1]

/** What a client that was written by hand is told at the door, and with what its socket is closed. */
async function atTheDoor(change: Change, address = '192.0.2.66'): Promise<unknown[]> {
  const eve = await PageClient.open(here.name, address)
  const answer = await eve.join('Eve', change)
  if (!('refused' in answer)) return [answer]
  const { code, reason } = await eve.closed
  return [answer.refused, code, reason]
}

describe('D11 the door of an encrypted room, before a client that was written by hand', () => {
  test('opens to nobody without its link, whoever else they are', async () => {
    const { ada, ben, benIs } = await encrypted()
    const back = { resume: { token: benIs.resumeToken, seq: benIs.seq, media: 'kept' as const } }
    expect(await atTheDoor({})).toEqual(['link-required', 4401, 'link-required'])
    expect(await atTheDoor({ ...key, ...called('e') })).toEqual(['link-required', 4401, 'link-required'])
    expect(await atTheDoor({ ...back, ...called('e') })).toEqual(['link-required', 4401, 'link-required'])
    expect(await atTheDoor({ ...proof('w'), ...back, ...called('e') })).toEqual([
      'wrong-link',
      4403,
      'wrong-link',
    ])
    expect(await atTheDoor({ ...right })).toEqual(['bad-message', 4400, 'bad-message'])
    await ada.ask('set-locked', { locked: true })
    expect(await atTheDoor({ ...proof('w'), ...called('e') })).toEqual(['wrong-link', 4403, 'wrong-link'])
    expect(await ben.ask('set-view', { tiles: [] })).toEqual({})
  })

  test('D4 closes to whoever brings wrong links, and not to whoever has the right one', async () => {
    await encrypted()
    const wrong = { ...proof('w'), ...called('e') }
    const told: unknown[] = []
    for (let i = 0; i <= DOOR_TRIES_BURST; i += 1) told.push((await atTheDoor(wrong))[0])
    expect(told).toEqual([...Array.from({ length: DOOR_TRIES_BURST }, () => 'wrong-link'), 'too-many-tries'])
    const late = await PageClient.open(here.name, '192.0.2.66')
    expect(await late.welcome('Eve', { ...right, ...called('e') })).toMatchObject({
      room: { encrypted: true },
    })
  })

  test('is the same after the object was loaded anew, and keeps nothing that opens it', async () => {
    await encrypted()
    await evictAtRest(here.stub)
    expect((await atTheDoor({}))[0]).toBe('link-required')
    expect((await atTheDoor({ ...proof('w'), ...called('e') }))[0]).toBe('wrong-link')
    const stored = await runInDurableObject(here.stub, (_, { storage }) =>
      JSON.stringify(storage.sql.exec('SELECT json FROM head').toArray()),
    )
    expect(stored).toContain('"link')
    expect(stored).not.toContain(right.linkProof)
  })

  test.each([25, 24])('V1 tells a page of version %i so by a code that it knows', async (protocol) => {
    await encrypted()
    expect(await atTheDoor({ protocol })).toEqual(['not-allowed', 4401, 'not-allowed'])
  })

  test('of a plain room stays shut to whoever brings a link', async () => {
    await here.pair()
    expect(await atTheDoor({ ...right, ...called('e') })).toEqual(['not-encrypted', 4409, 'not-encrypted'])
    expect((await atTheDoor(called('e')))[0]).toBe('bad-message')
  })
})

test('K3 what is sealed reaches the others and the history as it was sealed; what is not reaches nobody', async () => {
  const { ada, ben } = await encrypted()
  const say = (payload: MessagePayload) =>
    ben.ask('send-message', { kind: 'chat', addressee: everyone, payload })
  expect(await say('plain')).toEqual({ refused: 'bad-message' })
  expect(await ben.ask('rename', { name: v.parse(DisplayName, 'Ben') })).toEqual({ refused: 'bad-message' })
  const words = v.parse(MessagePayload, sealed('m'))
  expect(await say(words)).toMatchObject({ id: 1 })
  const told = { message: { id: 1, name: sealed('b'), payload: words } }
  expect((await ada.event('message')).data).toMatchObject(told)
  const late = await PageClient.open(here.name)
  const { peers } = await late.welcome('Cy', { ...right, ...called('c') })
  expect(peers.map(({ name }) => name)).toEqual([sealed('a'), sealed('b'), sealed('c')])
  expect(await late.ask('message-history', { after: 0 })).toMatchObject({ messages: [told.message] })
})

test('K3 a payload that is longer than its kind makes of it sealed is refused', async () => {
  const { ben } = await encrypted()
  const payload = v.parse(MessagePayload, { sealed: `0.${'m'.repeat(2_000)}` })
  expect(await ben.ask('send-message', { kind: 'reaction', addressee: everyone, payload })).toEqual({
    refused: 'bad-message',
  })
})

test('K28 a room asks for voices at a constant rate, also after its object was loaded anew', async () => {
  const { ada, ben } = await encrypted()
  expect(await ben.ask('set-constant-rate', { constantRate: true })).toEqual({ refused: 'not-allowed' })
  expect(await ada.ask('set-constant-rate', { constantRate: true })).toEqual({})
  for (const page of [ada, ben]) {
    const { data } = await page.event('room-settings-changed')
    expect(data).toMatchObject({ room: { constantRate: true } })
  }
  await evictAtRest(here.stub)
  const cy = await PageClient.open(here.name)
  expect((await cy.welcome('Cy', { ...right, ...called('c') })).room.constantRate).toBe(true)
  for (const constantRate of ['yes', 1, null])
    expect(await ada.askFor('set-constant-rate', { constantRate })).toMatchObject({
      error: { code: 'bad-message' },
    })
})

describe('D12 D13 the words of an encrypted room, before a client that was written by hand', () => {
  const spoken = (letter: string) =>
    v.parse(SpokenWords, { proof: letter.repeat(43), sealed: 's'.repeat(59) })

  /** What somebody is told who says words, and with what their socket is closed. */
  async function claim(
    letter: string,
    address = '192.0.2.66',
    protocol = PAGE_EDGE.newest,
  ): Promise<unknown[]> {
    const eve = await PageClient.open(here.name, address)
    const answer = await eve.ask('claim-secret', { protocol, proof: spoken(letter).proof })
    if (!('refused' in answer)) return [answer]
    const { code, reason } = await eve.closed
    return [answer.refused, code, reason]
  }

  test('give the sealed secret, also after the object was loaded anew, and not the proof', async () => {
    const { ada, ben } = await encrypted()
    const none = await claim('w')
    expect(none).toEqual(['wrong-words', 4403, 'wrong-words'])
    expect(await ada.ask('set-spoken-words', { words: spoken('w') })).toMatchObject({
      number: expect.any(Number),
    })
    const { data } = await ben.event('room-settings-changed')
    expect(data).toMatchObject({ room: { encrypted: true, spokenWords: expect.any(Number) } })
    await evictAtRest(here.stub)
    // That there were none is told as that these are others.
    expect(await claim('x')).toEqual(none)
    expect(await claim('w')).toEqual([{ sealed: 's'.repeat(59) }])
    const stored = await runInDurableObject(here.stub, (_, { storage }) =>
      JSON.stringify(storage.sql.exec('SELECT json FROM head').toArray()),
    )
    expect(stored).toContain('s'.repeat(59))
    expect(stored).not.toContain(spoken('w').proof)
    expect(await ben.ask('set-spoken-words', { words: null })).toEqual({ refused: 'not-allowed' })
    expect(await ada.ask('set-spoken-words', { words: null })).toEqual({ number: null })
    expect(await claim('w')).toEqual(none)
  })

  test('D4 are guessed as rarely as passwords: from one address ten times, and then each 5 s', async () => {
    const { ada } = await encrypted()
    await ada.ask('set-spoken-words', { words: spoken('w') })
    const told: unknown[] = []
    for (let i = 0; i <= DOOR_TRIES_BURST; i += 1) told.push((await claim('x'))[0])
    expect(told).toEqual([...Array.from({ length: DOOR_TRIES_BURST }, () => 'wrong-words'), 'too-many-tries'])
    expect((await claim('w'))[0]).toBe('too-many-tries')
    expect(await claim('w', '192.0.2.67')).toEqual([{ sealed: 's'.repeat(59) }])
    // They are the same tries as those of wrong links.
    expect((await atTheDoor({ ...proof('w'), ...called('e') }))[0]).toBe('too-many-tries')
  })

  test('leave no trace of who says words to a room that nobody opened', async () => {
    expect(await claim('w')).toEqual(['wrong-words', 4403, 'wrong-words'])
    const tables = await runInDurableObject(here.stub, (_, { storage }) =>
      storage.sql.exec("SELECT name FROM sqlite_master WHERE type = 'table'").toArray(),
    )
    expect(tables.filter(({ name }) => !String(name).startsWith('_cf'))).toEqual([])
  })

  test.each([
    { proof: 'w'.repeat(42), sealed: 's'.repeat(59) },
    { proof: 'w'.repeat(43), sealed: 's'.repeat(60) },
    { proof: 'w'.repeat(43), sealed: '' },
    'words',
  ])('are refused where they are no words: %j', async (words) => {
    const { ada } = await encrypted()
    expect(await ada.askFor('set-spoken-words', { words })).toMatchObject({ error: { code: 'bad-message' } })
  })
})
