import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { BrowserId } from '../../../protocol/ids.ts'
import {
  DOOR_TRIES_BURST,
  DOOR_TRIES_PER_SECOND,
  NETWORK_TRIES_BURST,
  ROOM_TRIES_BURST,
  SITE_TRIES_BURST,
} from '../../../protocol/limits.ts'
import type { SpokenWords } from '../../../protocol/page-edge/door.ts'
import type { Welcome } from '../../../protocol/page-edge/requests.ts'
import { PAGE_EDGE } from '../../../protocol/version.ts'
import { AddressHash } from '../../../worker/http/address-hash.ts'
import type { RoomEffect } from '../../../worker/room/core/effects.ts'
import { address, browser, byLink, forget, leave, meetByLink, proof, refusals, words } from '../door-bench.ts'
import { RoomBench, type Socket } from '../room-bench.ts'

/** What came of the last request: its answer, or why not; undefined while it waits. */
function answered(effects: readonly RoomEffect[]): unknown {
  const [refused] = effects.flatMap((effect) => (effect.do === 'refuse' ? [effect.error.code] : []))
  const [result] = effects.flatMap((effect) => (effect.do === 'answer' ? [effect.result] : []))
  return refused ?? result
}

/** Has somebody set words; answers their number, or why not. */
function set(room: RoomBench, { self }: Welcome, spoken: SpokenWords | null): unknown {
  room.ask(self, { name: 'set-spoken-words', params: { words: spoken } })
  return answered(room.takeAll())
}

/** What somebody is told who says words before the door: the sealed secret, or why not. */
function claim(room: RoomBench, letter: string, from: Socket = {}, browserId = browser('b')): unknown {
  const claimed = { protocol: PAGE_EDGE.newest, proof: words(letter).proof, browserId }
  room.claim(claimed, from)
  return answered(room.takeAll())
}

describe('D12 D13 the words of an encrypted room', () => {
  test('give its sealed secret to whoever says them, and everybody is told that there are some', () => {
    const { room, ada, ben } = meetByLink()
    expect(claim(room, 'w')).toBe('wrong-words')
    room.ask(ada.self, { name: 'set-spoken-words', params: { words: words('w') } })
    const effects = room.takeAll()
    const number = room.state.head.seq
    expect(answered(effects)).toEqual({ number })
    const event = { event: 'room-settings-changed', room: { spokenWords: number } }
    expect(effects.at(-1)).toMatchObject({ do: 'tell', audience: { except: null }, event })
    expect(claim(room, 'w')).toEqual({ sealed: words('w').sealed })
    expect(claim(room, 'w')).toEqual({ sealed: words('w').sealed })
    expect(claim(room, 'x')).toBe('wrong-words')
    expect(room.welcomed('Cy', byLink).room.spokenWords).toBe(number)
    expect(set(room, ben, words('x'))).toBe('not-allowed')
    expect(set(room, ben, null)).toBe('not-allowed')
  })

  test('are others when a moderator makes others, and none when one takes them back', () => {
    const { room, ada } = meetByLink()
    set(room, ada, words('w'))
    const first = room.state.head.spokenWords?.number
    set(room, ada, words('x'))
    expect(room.state.head.spokenWords?.number).not.toBe(first)
    expect([claim(room, 'w'), claim(room, 'x')]).toEqual(['wrong-words', { sealed: words('x').sealed }])
    room.ask(ada.self, { name: 'set-spoken-words', params: { words: null } })
    const effects = room.takeAll()
    expect(answered(effects)).toEqual({ number: null })
    expect(effects.at(-1)).toMatchObject({ do: 'tell', event: { room: { spokenWords: null } } })
    expect(claim(room, 'x')).toBe('wrong-words')
    const { seq } = room.state.head
    expect(set(room, ada, null)).toEqual({ number: null })
    expect(room.state.head.seq).toBe(seq)
  })

  test('are kept as what checks them, and nothing that could be said in their place', () => {
    const { room, ada } = meetByLink()
    set(room, ada, words('w'))
    expect(JSON.stringify(room.state.head)).not.toContain(words('w').proof)
    expect(JSON.stringify(room.state.head)).toContain(words('w').sealed)
  })

  test('give the link, and nothing that stands before the room', () => {
    const { room, ada } = meetByLink()
    set(room, ada, words('w'))
    room.ask(ada.self, { name: 'set-locked', params: { locked: true } })
    room.ask(ada.self, { name: 'set-lobby', params: { lobby: true } })
    room.setPassword(ada.self, proof('p'))
    room.take('answer')
    expect(claim(room, 'w')).toEqual({ sealed: words('w').sealed })
    room.join('Eve', byLink)
    expect(refusals(room)).toEqual(['password-required'])
    room.join('Eve', { ...byLink, password: proof('p') })
    expect(refusals(room)).toEqual(['room-locked'])
  })

  test('end when everybody has left, also where the door is kept for its owner', () => {
    const { room, ada, ben } = meetByLink()
    set(room, ada, words('w'))
    leave(room, ada)
    expect(claim(room, 'w')).toEqual({ sealed: words('w').sealed })
    leave(room, ben)
    expect(claim(room, 'w')).toBe('wrong-words')
    expect(JSON.stringify(room.state.head)).not.toContain(words('w').sealed)
    forget(room)
    expect(room.state.head.doorUntil).not.toBeNull()
    expect(claim(room, 'w')).toBe('wrong-words')
    expect(room.welcomed('Ada', byLink).room.spokenWords).toBeNull()
  })

  test('are none of a plain room, of another room, or of one that nobody opened, where nothing is written', () => {
    const plain = new RoomBench()
    const ada = plain.welcomed('Ada')
    plain.take('answer')
    expect(set(plain, ada, words('w'))).toBe('not-encrypted')
    expect(claim(plain, 'w')).toBe('wrong-words')
    const { room, ada: other } = meetByLink()
    set(room, other, words('x'))
    expect(claim(room, 'w')).toBe('wrong-words')
    const empty = new RoomBench()
    const before = empty.state
    for (let i = 0; i < 2 * DOOR_TRIES_BURST; i += 1) expect(claim(empty, 'w')).toBe('wrong-words')
    expect(empty.state.head).toBe(before.head)
  })

  test('are asked for by nobody who is in the room, or waits', () => {
    const { room, ada } = meetByLink()
    room.claim({ protocol: PAGE_EDGE.newest, proof: words('w').proof }, { peer: ada.self })
    const effects = room.takeAll()
    expect(answered(effects)).toBe('already-joined')
    expect(effects.map((effect) => effect.do)).toEqual(['refuse'])
    room.ask(ada.self, { name: 'set-lobby', params: { lobby: true } })
    const { peer } = room.join('Cy', byLink)
    room.take('answer')
    expect(claim(room, 'w', { peer })).toBe('already-joined')
    expect(room.state.waiting.has(peer)).toBe(true)
  })
})

describe('D4 D13 whoever guesses words', () => {
  const SCHOOL: Socket = { address: address('s') }

  test('has the tries of wrong passwords, and is then refused the right ones as well', () => {
    const { room, ada } = meetByLink()
    set(room, ada, words('w'))
    for (let i = 0; i < DOOR_TRIES_BURST; i += 1) expect(claim(room, 'x', SCHOOL)).toBe('wrong-words')
    room.claim({ protocol: PAGE_EDGE.newest, proof: words('w').proof, browserId: browser('b') }, SCHOOL)
    const [refused] = room.take('refuse')
    const retryAfterMs = 1_000 / DOOR_TRIES_PER_SECOND
    expect(refused?.error).toMatchObject({ code: 'too-many-tries', retryAfterMs })
    // Another browser of that address is not refused for it, and theirs is spent on passwords as well.
    expect(claim(room, 'w', SCHOOL, browser('c'))).toEqual({ sealed: words('w').sealed })
    room.setPassword(ada.self, proof('p'))
    room.take('answer')
    room.join('Eve', { ...byLink, password: proof('p'), browserId: browser('b') }, SCHOOL)
    expect(refusals(room)).toEqual(['too-many-tries'])
    room.now += retryAfterMs
    expect(claim(room, 'w', SCHOOL)).toEqual({ sealed: words('w').sealed })
  })

  test('has as many of a room that has no words: nobody learns from it whether there are some', () => {
    const { room } = meetByLink()
    const told = Array.from({ length: DOOR_TRIES_BURST + 1 }, () => claim(room, 'x', SCHOOL))
    expect(told.at(-2)).toBe('wrong-words')
    expect(told.at(-1)).toBe('too-many-tries')
  })

  test.each<[string, number, (i: number) => Socket]>([
    ['an address', NETWORK_TRIES_BURST, () => SCHOOL],
    ['a site', SITE_TRIES_BURST, (i) => ({ address: hash(`net${i}`), site: hash('site') })],
    ['all there are', ROOM_TRIES_BURST, (i) => ({ address: hash(`net${i}`), site: hash(`site${i}`) })],
  ])('as ever new browsers of %s takes turns with all others, right or wrong', (_who, burst, from) => {
    const { room, ada } = meetByLink()
    set(room, ada, words('w'))
    for (let i = 0; i < burst; i += 1) expect(claim(room, 'x', from(i), browserOf(i))).toBe('wrong-words')
    room.claim(
      { protocol: PAGE_EDGE.newest, proof: words('w').proof, browserId: browserOf(burst) },
      from(burst),
    )
    const [line] = room.take('postpone-claim')
    if (!line) throw new Error('nobody waits')
    expect(line.forMs).toBe(1_000)
    room.now += line.forMs
    room.input(line.claim)
    expect(room.take('answer')).toMatchObject([{ result: { sealed: words('w').sealed } }])
  })
})

const hash = (text: string) => v.parse(AddressHash, text.padEnd(43, '-'))
const browserOf = (i: number) => v.parse(BrowserId, `eve${i}`.padEnd(43, '-'))
