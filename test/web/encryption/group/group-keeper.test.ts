import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ContentKeyRing } from '../../../../web/core/encryption/group/content-key-ring.ts'
import { GroupKeeper } from '../../../../web/core/encryption/group/keeper/group-keeper.ts'
import type {
  Description,
  EpochKeys,
  Offer,
  Verdict,
} from '../../../../web/core/encryption/group/keeper/keeper-host.ts'
import { decodeStart, encodeStart } from '../../../../web/core/encryption/group/newcomers-start.ts'
import { newSigner } from '../../../../web/core/encryption/group/signer.ts'
import type { Stay } from '../../../../web/core/encryption/stay.ts'

interface Change {
  readonly epoch: number
  readonly commit: Uint8Array | null
}

/** The room, as the edge keeps it: one change an epoch, told to all others in order. */
class Room {
  epoch = 0
  start: Uint8Array | null = null
  readonly people = new Map<Stay, Person>()
  readonly putOut = new Set<Stay>()
  /** Who ever was here. */
  readonly seen = new Set<Stay>()
  /** How many changes were offered in vain. */
  inVain = 0
  /** What an edge that lies makes of a change, before it tells it to somebody. */
  tell = (_to: Stay, change: Change): Change | null => change
  /** What it makes of what it takes. */
  answer = (verdict: Verdict): Verdict => verdict

  get group(): Description | null {
    const { start, epoch } = this
    return start && { epoch, open: async () => decodeStart(start) }
  }

  come(): Person {
    const person = new Person(this)
    this.people.set(person.stay, person)
    this.seen.add(person.stay)
    for (const other of this.people.values()) if (other !== person) other.keeper.rosterChanged()
    person.keeper.welcomed(this.group)
    return person
  }

  go({ stay, keeper }: Person): void {
    this.people.delete(stay)
    keeper.close()
    for (const other of this.people.values()) other.keeper.rosterChanged(this.putOut.has(stay))
  }

  putOutOf(person: Person): void {
    this.putOut.add(person.stay)
    this.go(person)
  }

  take(from: Stay, change: Offer): Verdict {
    if (change.epoch !== this.epoch + 1) {
      this.inVain++
      return this.answer({ is: 'stale', group: this.group })
    }
    this.epoch = change.epoch
    this.start = encodeStart({ ...change, formerSeals: [] })
    for (const { stay, keeper } of this.people.values()) {
      const told = this.tell(stay, { epoch: change.epoch, commit: change.commit })
      if (stay === from || told === null) continue
      const { epoch, commit } = told
      keeper.changed({ epoch, commit: commit && (async () => commit), changesLink: false })
    }
    return this.answer({ is: 'taken' })
  }
}

/** More than there are people in all tests: to make one takes a moment. */
const SIGNERS = await Promise.all(Array.from({ length: 100 }, () => newSigner()))

class Person {
  readonly stay: Stay
  readonly keeper: GroupKeeper
  keys: EpochKeys | null = null
  /** What one hoped for last; null where one never came in. */
  hoped: EpochKeys | null = null
  learned: ContentKeyRing | null = null
  failure: unknown = null
  /** Of every epoch that one was in. */
  readonly all = new Map<number, string>()
  readonly distrusted: string[] = []
  offers = 0

  constructor(room: Room) {
    const signer = SIGNERS.pop()
    if (signer === undefined) throw new Error('too many people')
    this.stay = signer.stay
    this.keeper = new GroupKeeper('salon', signer, {
      offer: async (change) => {
        this.offers++
        await Promise.resolve()
        if (!room.people.has(this.stay)) throw new Error('not here any more')
        return room.take(this.stay, change)
      },
      describe: async () => room.group,
      present: () => new Set(room.people.keys()),
      awaited: () => new Set(room.people.keys()),
      mayBeHere: (stay) => room.people.has(stay),
      hasCome: (stay) => room.seen.has(stay),
      rotatesWithout: (gone) => [...gone].some((stay) => room.putOut.has(stay)),
      linkOf: () => Promise.reject(new Error('nobody changes the link')),
      linkChanged: () => {},
      learned: (ring) => {
        this.learned = ring
      },
      hoped: (keys) => {
        this.hoped = keys
      },
      entered: (keys) => {
        this.keys = keys
        this.all.set(keys.epoch, keys.media.join())
      },
      distrusted: ({ message }) => this.distrusted.push(message),
      failed: (cause) => {
        this.failure = cause
      },
    })
  }
}

/** Resolves when all who are here have the same keys, of the room's last epoch. */
async function settled(room: Room): Promise<void> {
  await vi.waitFor(
    async () => {
      await vi.advanceTimersByTimeAsync(100)
      const keys = [...room.people.values()].map((person) => person.keys)
      expect(new Set(keys.map((each) => `${each?.epoch} ${each?.media.join()}`)).size).toBe(1)
      expect(room.start).not.toBeNull()
      expect(keys[0]?.epoch).toBe(room.epoch)
    },
    { timeout: 20_000, interval: 1 },
  )
}

/** The same, and whoever has gone was removed. */
async function settledWithout(room: Room, gone: Person): Promise<void> {
  const before = room.epoch
  await vi.waitFor(
    async () => {
      await vi.advanceTimersByTimeAsync(100)
      expect(room.epoch).toBeGreaterThan(before)
    },
    { timeout: 20_000, interval: 1 },
  )
  await settled(room)
  for (const { keys } of room.people.values()) {
    expect([...gone.all.values()]).not.toContain(keys?.media.join())
  }
}

let room: Room

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  room = new Room()
})

afterEach(() => {
  for (const { keeper } of room.people.values()) keeper.close()
  vi.useRealTimers()
})

describe('K32 people of a room keep their group', () => {
  test('by keys that are made once: what somebody hopes for who comes in is what holds', async () => {
    const founder = room.come()
    await settled(room)
    const comer = room.come()
    await settled(room)
    expect(comer.hoped).not.toBeNull()
    expect(comer.keys).toBe(comer.hoped)
    expect(founder.hoped).toBeNull()
  })

  test('one after the other: each knows no key from before they came', async () => {
    const people: Person[] = []
    for (let count = 0; count < 4; count++) {
      people.push(room.come())
      await settled(room)
    }
    const [first, , , last] = people
    expect(first?.all.size).toBe(4)
    expect([...(last?.all.keys() ?? [])]).toEqual([4])
  })

  test('all at once: each comes in, however often another was faster', { timeout: 60_000 }, async () => {
    for (let count = 0; count < 8; count++) room.come()
    await settled(room)
    expect(room.epoch).toBe(8)
  })

  test.each(['before', 'while'])(
    'nobody offers what is stale, as they have heard %s they come in',
    async (when) => {
      room.come()
      await settled(room)
      const former = room.group
      let change: Change | null = null
      room.tell = (_to, told) => {
        change = told
        return told
      }
      room.come()
      await settled(room)
      room.inVain = 0
      const cy = new Person(room)
      room.people.set(cy.stay, cy)
      room.seen.add(cy.stay)
      cy.keeper.welcomed(former)
      // One has begun by then: what it takes is done by other threads.
      if (when === 'while') await nextTurn()
      const { epoch, commit } = change ?? { epoch: 0, commit: null }
      cy.keeper.changed({ epoch, commit: commit && (async () => commit), changesLink: false })
      await settled(room)
      expect([cy.offers, room.inVain, cy.distrusted]).toEqual([1, 0, []])
    },
  )

  test('whoever leaves is removed, once', async () => {
    const [, ben] = [room.come(), room.come(), room.come()]
    await settled(room)
    const before = room.epoch
    room.go(ben)
    await settledWithout(room, ben)
    await vi.advanceTimersByTimeAsync(5_000)
    await settled(room)
    expect(room.epoch).toBe(before + 1)
  })

  test('where the first in line does nothing, the next one does', async () => {
    const [ada, , cy] = [room.come(), room.come(), room.come()]
    await settled(room)
    const first = [...room.people.values()].find(({ keys }) => keys !== null && keys.epoch === room.epoch)
    expect(first).toBe(ada)
    ada.keeper.close()
    room.go(cy)
    room.people.delete(ada.stay)
    await settledWithout(room, cy)
  })

  test('several who leave at once are removed together', async () => {
    const people = [room.come(), room.come(), room.come(), room.come(), room.come()]
    await settled(room)
    const before = room.epoch
    for (const person of people.slice(2)) room.go(person)
    await settledWithout(room, people[4] as Person)
    expect(room.epoch).toBe(before + 1)
  })
})

describe('K34 keys of messages', () => {
  test('one for all, also for whoever comes later, until somebody is put out: then another', async () => {
    const [ada, ben] = [room.come(), room.come()]
    await settled(room)
    const cy = room.come()
    await settled(room)
    expect(cy.keys?.ring.current).toBe(1)
    expect(cy.keys?.ring).toEqual(ada.keys?.ring)
    room.putOutOf(cy)
    await settledWithout(room, cy)
    const current = ben.keys?.ring.current ?? 0
    expect(current).toBe(room.epoch)
    expect(ben.keys?.ring).toEqual(ada.keys?.ring)
    expect([...(ada.keys?.ring.keys.keys() ?? [])]).toEqual([1, current])
    expect(cy.keys?.ring.keys.has(current)).toBe(false)
    const dan = room.come()
    await settled(room)
    expect(dan.keys?.ring).toEqual(ada.keys?.ring)
  })

  test('whoever leaves by themselves changes nothing of it', async () => {
    const [ada, ben] = [room.come(), room.come()]
    await settled(room)
    room.go(ben)
    await settledWithout(room, ben)
    expect(ada.keys?.ring.current).toBe(1)
  })

  test('a crowd reads what is said without coming in', async () => {
    const ada = room.come()
    await settled(room)
    const ben = new Person(room)
    ben.keeper.pause()
    ben.keeper.welcomed(room.group)
    await ben.keeper.settled()
    expect(ben.learned).toEqual(ada.keys?.ring)
    expect([ben.keys, ben.offers]).toEqual([null, 0])
    room.people.set(ben.stay, ben)
    room.seen.add(ben.stay)
    ben.keeper.resume()
    await settled(room)
    expect(ben.keys?.epoch).toBe(2)
  })
})

describe('K33 an edge that lies is not followed', () => {
  test('a change that one was not told of is made good by coming again', async () => {
    const [ada, ben] = [room.come(), room.come()]
    await settled(room)
    room.tell = (to, change) => (to === ben.stay ? null : change)
    room.come()
    await vi.advanceTimersByTimeAsync(500)
    room.tell = (_to, change) => change
    room.come()
    await settled(room)
    expect(ada.distrusted).toEqual([])
  })

  test('a commit of another epoch in the place of one: nobody has other keys for it', async () => {
    const [ada, ben] = [room.come(), room.come()]
    await settled(room)
    let earlier: Change | null = null
    room.tell = (_to, change) => {
      earlier ??= change
      return change
    }
    room.come()
    await settled(room)
    room.tell = (to, change) => (to === ada.stay ? { ...change, commit: earlier?.commit ?? null } : change)
    room.come()
    room.tell = (_to, change) => change
    await settled(room)
    expect(ada.distrusted.length + ben.distrusted.length).toBeLessThanOrEqual(2)
  })

  test('a description that is none: the group is founded anew, and all come into it', async () => {
    room.come()
    await settled(room)
    room.start = new Uint8Array(64)
    const ben = room.come()
    await settled(room)
    expect(ben.distrusted).toEqual(['no start'])
  })

  test('a description of the epoch that one is in which nobody can read: one comes in again', async () => {
    const [ada, ben] = [room.come(), room.come()]
    await settled(room)
    if (ada.keys === null) throw new Error('nobody is in')
    room.start = encodeStart({ groupInfo: new Uint8Array(64), ring: ada.keys.ring, formerSeals: [] })
    // As who was cut off for longer than the room waits is.
    ben.keeper.welcomed(room.group)
    await settled(room)
    expect([ada.failure, ben.failure]).toEqual([null, null])
  })
})
