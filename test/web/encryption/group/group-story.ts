import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeAll, beforeEach, expect, vi } from 'vitest'
import { normaliseRoomName } from '../../../../protocol/names/room-name.ts'
import { newSigner, type Signer } from '../../../../web/core/encryption/group/signer.ts'
import { type RoomKeys, roomKeysOf } from '../../../../web/core/encryption/room-keys.ts'
import { newRoomSecret } from '../../../../web/core/encryption/room-secret.ts'
import { GroupPage } from './group-page.ts'
import { LyingRoom } from './lying-room.ts'

export const SALON = normaliseRoomName('salon')

/** Whoever waits for a clock does not hold it up for longer, in milliseconds of the real one. */
const PATIENCE_MS = 20
/** More than come in any of these tests. */
const MOST_PEOPLE = 20

let keys: RoomKeys
/** Of people who are to come: to make one takes a moment. */
const signers: Signer[] = []

/** Who is in the room of this test, and its edge. */
export let room: LyingRoom<GroupPage>
/** All who ever were. */
export const everybody: GroupPage[] = []

/** To be called once by a file of tests: each has a room of its own, whose clock goes on when it is said. */
export function tellStories(): void {
  beforeAll(async () => {
    keys = await roomKeysOf(newRoomSecret(), SALON)
  })
  beforeEach(async () => {
    while (signers.length < MOST_PEOPLE) signers.push(await newSigner())
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    room = new LyingRoom()
  })
  afterEach(() => {
    for (const page of everybody.splice(0)) page.close()
    vi.useRealTimers()
    vi.restoreAllMocks()
  })
}

/** That of the link by which the first came. */
export const firstKeys = (): RoomKeys => keys

/** @param link - By which they come. */
export function newPage(link: RoomKeys = keys): GroupPage {
  const signer = signers.pop()
  if (signer === undefined) throw new Error('too many people')
  const page = new GroupPage(SALON, signer, link, room)
  everybody.push(page)
  return page
}

export function come(link: RoomKeys = keys): GroupPage {
  const page = newPage(link)
  room.people.add(page)
  tellWhoIsHere()
  page.welcomed(room.describe(page))
  return page
}

export function go(page: GroupPage): void {
  room.people.delete(page)
  page.close()
  tellWhoIsHere()
}

export function tellWhoIsHere(): void {
  for (const page of room.people) page.present(new Set([...room.people].map(({ stay }) => stay)))
}

/** A tenth of a second goes by; what takes the processor has its time first. */
async function tick(): Promise<void> {
  await Promise.race([Promise.all(everybody.map((page) => page.settled())), pause(PATIENCE_MS)])
  await vi.advanceTimersByTimeAsync(100)
}

export async function until(holds: () => void): Promise<void> {
  await vi.waitFor(
    async () => {
      await tick()
      holds()
    },
    { timeout: 20_000, interval: 1 },
  )
}

/** Resolves when these have the same keys, and nobody else has. */
export const agree = (...pages: readonly GroupPage[]): Promise<void> =>
  until(() => {
    const [first] = pages
    expect(first?.key).toMatch(/\d/)
    for (const page of everybody)
      expect([page.key === first?.key, page.mode]).toEqual(
        pages.includes(page) ? [true, 'group'] : [false, page.mode],
      )
  })

export async function meet(count: number): Promise<GroupPage[]> {
  const pages: GroupPage[] = []
  for (let index = 0; index < count; index++) {
    pages.push(come())
    await agree(...pages)
  }
  return pages
}

/** So much time goes by, in seconds. */
export const wait = async (seconds: number): Promise<void> => {
  for (let tenth = 0; tenth < seconds * 10; tenth++) await tick()
}

export const tamperedOf = (...pages: readonly GroupPage[]): number[] => pages.map(({ tampered }) => tampered)
