import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RoomName } from '../../../../protocol/names/room-name.ts'
import { readWith } from '../../../../protocol/reading.ts'
import { roomKeysOf } from '../../../../web/core/encryption/room-keys.ts'
import { newRoomSecret } from '../../../../web/core/encryption/room-secret.ts'
import { draws } from '../../../support/draws.ts'
import { holdsInTime } from '../../../support/property.ts'
import { cryptoAtRest, watchCrypto } from './crypto-at-rest.ts'
import type { RandomPage } from './random-page.ts'
import { RandomRoom } from './random-room.ts'

/**
 * People come, go, are put out, are cut off and come back, while all that they say of their group is on its way; the edge, which
 * is honest, starts anew. Moderators change the link, and put somebody out for it or nobody; people load their page anew. In the end
 * all who are here have the keys of one epoch, which nobody has who was put out, and one link; and whoever was put out before that
 * one opens nothing that was said of the group since.
 */

const NAME = readWith(RoomName, 'salon')
const keys = await roomKeysOf(newRoomSecret(), NAME)
watchCrypto()

const happening = fc.record({
  what: fc.constantFrom(
    'come',
    'come',
    'leave',
    'put-out',
    'cut',
    'come-back',
    'come-back',
    'restart',
    'change-link',
    'put-out-for-good',
    'put-out-for-good',
    'reload',
  ),
  who: fc.nat(1_000),
  /** How long it takes until the next thing happens. */
  thenMs: fc.constantFrom(0, 10, 50, 200, 700, 2_000, 9_000),
})
type Happening = typeof happening extends fc.Arbitrary<infer Each> ? Each : never
const story = fc.record({
  seed: fc.nat(1_000_000),
  /** Whether some people meet before anything else happens. */
  meets: fc.boolean(),
  all: fc.array(happening, { minLength: 4, maxLength: 20, size: 'max' }),
})

type Story = typeof story extends fc.Arbitrary<infer Each> ? Each : never

/** As many as are in a room of a few friends; more cost more, and show nothing else. */
const MOST_PEOPLE = 5
/** In so long all agree, however it was before: time of the room's clock. */
const PATIENCE_MS = 40_000
const STABLE_MS = 2_000
const LONG_MS = 1_800_000
const RUNS = { usually: 30, inLongRun: 2_000 }

let room: RandomRoom

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})

afterEach(() => {
  room.close()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** Lets the room's clock go on, as long as `going` says so. */
async function pass(durationMs: number, going: () => boolean = () => true): Promise<void> {
  const end = performance.now() + durationMs
  // No timer is later than that: the clock goes no further.
  setTimeout(() => {}, durationMs)
  await cryptoAtRest()
  while (going() && performance.now() < end) {
    await vi.advanceTimersToNextTimerAsync()
    await cryptoAtRest()
  }
}

function comeBack(page: RandomPage, who: number): void {
  page.comeBack(who % 3 === 0 ? 'welcomed' : 'resumed')
}

async function happens({ what, who }: Happening): Promise<void> {
  const people = [...room.people.values()]
  const of = (some: readonly RandomPage[]): RandomPage | undefined => some[who % some.length]
  const page = of(people)
  switch (what) {
    case 'come':
      if (people.length < MOST_PEOPLE) await room.come()
      return
    case 'leave':
    case 'put-out':
      if (page) room.go(page, what === 'leave' ? 'left' : what)
      return
    case 'cut':
      return of(people.filter(({ isConnected }) => isConnected))?.cut(
        who % 2 === 0 ? 'at once' : 'when it looks',
      )
    case 'come-back': {
      const away = of(people.filter(({ isConnected }) => !isConnected))
      return away && comeBack(away, who)
    }
    case 'change-link':
    case 'put-out-for-good': {
      const by = of(people.filter(({ isConnected }) => isConnected))
      const out = what === 'change-link' ? null : (people.find((other) => other !== by) ?? null)
      if (by) void room.changeLink(by, out)
      return
    }
    case 'reload':
      if (!page?.isConnected) return
      room.go(page, 'left')
      return room.come(page.links.current)
    case 'restart':
      for (const each of people) if (each.isConnected) each.cut('at once')
      return
  }
}

async function play({ seed, meets, all }: Story) {
  const draw = draws(seed)
  vi.spyOn(Math, 'random').mockImplementation(draw)
  room = new RandomRoom(NAME, keys, draw)
  try {
    for (let count = 0; meets && count < 3; count += 1) await room.come()
    if (meets) await pass(2_000)
    for (const each of all) {
      await happens(each)
      await pass(each.thenMs)
    }
    for (const page of room.people.values()) if (!page.isConnected) comeBack(page, seed)
    await pass(PATIENCE_MS, () => !isSettled())
    // And so it stays.
    await pass(STABLE_MS)
    expect(seen()).toEqual(expected())
    await sealToOne()
    expect(await room.leaks()).toEqual([])
  } finally {
    room.close()
  }
}

/** Nobody was put out who has the keys that all have now. */
const isSettled = (): boolean => room.agrees && room.changes.pending === 0 && !whoStillHears().includes(true)

/** Of each who was put out, whether they have the keys by which those go who are here. */
function whoStillHears(): readonly boolean[] {
  const [somebody] = room.people.values()
  const last = somebody?.secrets.at(-1)
  return [...room.putOut].map(({ secrets }) => secrets.some((secret) => secret === last))
}

/** Of two who are here, what the one seals to the other's leaf is opened by that one alone (K41). */
async function sealToOne(): Promise<void> {
  const pages = [...room.people.values()]
  const [from, to] = [pages[0], pages.at(-1)]
  if (!from || !to || from.used?.encryption !== 'group') return
  const leaf = await from.leafKeys.of(to.stay, 0)
  if (leaf === null) return expect.unreachable('all who are here are in the group')
  const words = new TextEncoder().encode('for one')
  const sealed = await from.leafKeys.seal(leaf, words, words)
  for (const page of [...pages, ...room.putOut]) {
    const opened = await page.leafKeys.open(sealed, words)
    expect(opened).toEqual(page === to ? words : null)
  }
}

/** What everybody has in the end. */
const seen = () => ({
  agree: room.agrees,
  stillHear: whoStillHears(),
  tampered: room.everybody.filter(({ tampered }) => tampered > 0).length,
})

const expected = (): ReturnType<typeof seen> => ({
  agree: true,
  stillHear: [...room.putOut].map(() => false),
  tampered: 0,
})

test(
  'K32 K33 K36 whatever happens, all who are here have one key in the end, and nobody who was put out',
  () => holdsInTime(story, play, RUNS),
  LONG_MS,
)
