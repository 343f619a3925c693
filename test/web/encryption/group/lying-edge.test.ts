import { describe, expect, test } from 'vitest'
import type { GroupChange, GroupDescription } from '../../../../protocol/page-edge/group.ts'
import type { Sealed } from '../../../../protocol/page-edge/sealed.ts'
import { seal } from '../../../../web/core/encryption/envelope.ts'
import { roomKeysOf } from '../../../../web/core/encryption/room-keys.ts'
import { newRoomSecret } from '../../../../web/core/encryption/room-secret.ts'
import { draws } from '../../../support/draws.ts'
import { inLongRun } from '../../../support/long-run.ts'
import type { GroupPage } from './group-page.ts'
import {
  agree,
  come,
  everybody,
  go,
  meet,
  newPage,
  room,
  SALON,
  tamperedOf,
  tellStories,
  tellWhoIsHere,
  until,
  wait,
} from './group-story.ts'

/** An edge that lies about the group of a room: the page's own code goes on safely, or says that it is hindered. */

/** More than anybody asks for within a minute, whatever they are told: coming in takes two questions, and may be tried a few times. */
const MANY_QUESTIONS = 150

tellStories()

/** Something that nobody of the room sealed. */
const junk = (index: number) => `0.${`${index}`.padStart(123, 'A')}` as Sealed

const descriptionOf = (index: number): GroupDescription => {
  const offered = room.taken[index]
  if (!offered) throw new Error('the room took no such change')
  return { epoch: offered.epoch, info: offered.info }
}

describe('K33 an edge that lies about the group to somebody who comes', () => {
  test.each([
    ['none', () => null],
    ['an earlier one', () => descriptionOf(0)],
  ])('%s: they have nobody’s keys and hear of it; the others notice nothing', async (_what, shown) => {
    const [ada, ben] = (await meet(2)) as [GroupPage, GroupPage]
    const before = room.group
    room.lies = {
      describe: (to, group) => (to === ada || to === ben ? group : shown()),
      verdict: (from) => (from === ada || from === ben ? null : { is: 'taken' }),
    }
    const cy = come()
    await until(() => expect(cy.key).not.toBeNull())
    const own = cy.key
    await wait(12)
    await agree(ada, ben)
    expect(room.group).toEqual(before)
    expect([ada.all, ben.all].some((all) => own !== null && all.has(own))).toBe(false)
    expect(cy.tampered).toBeGreaterThan(0)
  })

  test('that of another epoch, of another room, or one that nobody sealed: none is taken for the room’s', async () => {
    const [ada, ben] = (await meet(2)) as [GroupPage, GroupPage]
    const elsewhere = await roomKeysOf(newRoomSecret(), SALON)
    const epoch = room.group?.epoch ?? 0
    const others = await seal(elsewhere.seal, ['group', SALON, epoch], {
      number: 0,
      bytes: new Uint8Array(500),
    })
    const lies = [descriptionOf(0).info, others, junk(1)]
    for (const info of lies) {
      const told = { epoch: room.group?.epoch ?? 0, info }
      let shown = false
      room.lies = {
        describe: (to, group) => {
          if (shown || to === ada || to === ben) return group
          shown = true
          return told
        },
      }
      const cy = come()
      await agree(ada, ben, cy)
      expect(cy.tampered).toBeGreaterThan(0)
      go(cy)
      await agree(ada, ben)
    }
  })

  test('every change of theirs comes too late, for ever: they go by keys of the link, say so, and ask no more', async () => {
    const [ada, ben] = (await meet(2)) as [GroupPage, GroupPage]
    const before = room.group
    if (!before) throw new Error('no group')
    let newest = before.epoch
    room.lies = {
      verdict: (from) => {
        if (from === ada || from === ben) return null
        newest += 1
        return { is: 'stale', group: { epoch: newest, info: before.info } }
      },
    }
    const cy = come()
    const since = room.asked
    await until(() => expect([cy.mode, cy.reason]).toEqual(['link', 'unkept']))
    await wait(60)
    expect(room.asked - since).toBeLessThan(MANY_QUESTIONS)
    expect(cy.tampered).toBeGreaterThan(0)
    expect(cy.uses.at(-1)).toBe('link')
    await agree(ada, ben)
    expect(tamperedOf(ada, ben)).toEqual([1, 1])
  })

  test('their requests are refused for ever: they ask a few times', async () => {
    const [ada, ben] = (await meet(2)) as [GroupPage, GroupPage]
    room.lies = { refuses: (from) => from !== ada && from !== ben }
    const cy = come()
    const since = room.asked
    await until(() => expect([cy.mode, cy.reason]).toEqual(['link', 'unkept']))
    await wait(60)
    expect(room.asked - since).toBeLessThan(MANY_QUESTIONS)
    await agree(ada, ben)
  })
})

describe('K33 an edge that works with somebody who has the link', () => {
  test('whoever is here and does not come into the group is told of, but not while they are cut off', async () => {
    const [ada, ben] = (await meet(2)) as [GroupPage, GroupPage]
    const { stay } = newPage()
    const here = new Set([ada.stay, ben.stay, stay])
    for (const page of [ada, ben]) page.present(here, new Set([stay]))
    await wait(11)
    expect(tamperedOf(ada, ben)).toEqual([0, 0])
    for (const page of [ada, ben]) page.present(here)
    await wait(11)
    expect(tamperedOf(ada, ben)).toEqual([1, 1])
  })

  test('the page that is cut off itself does not count, and one that is cut off again and again does in the end', async () => {
    const [ada, ben] = (await meet(2)) as [GroupPage, GroupPage]
    const { stay } = newPage()
    for (const page of [ada, ben]) page.present(new Set([ada.stay, ben.stay, stay]))
    await wait(5)
    expect([ada.checks, ben.checks]).toEqual([1, 1])
    ben.away()
    await wait(12)
    expect(tamperedOf(ada, ben)).toEqual([1, 0])
    for (let cuts = 1; cuts < 5; cuts += 1) {
      ben.back()
      await wait(8)
      ben.away()
    }
    expect(ben.tampered).toBe(1)
  })

  test('somebody of whom nobody is told comes into the group: all hear of it, and that one is put out again', async () => {
    const [ada, ben] = (await meet(2)) as [GroupPage, GroupPage]
    const eve = newPage()
    room.hidden.add(eve)
    eve.present(new Set([ada.stay, ben.stay, eve.stay]))
    eve.welcomed(room.group)
    await until(() => expect([ada.tampered > 0, ben.tampered > 0]).toEqual([true, true]))
    // Whoever is put out and comes again is found out again.
    eve.close()
    await agree(ada, ben)
    expect(ada.key !== null && eve.all.has(ada.key)).toBe(false)
  })
})

describe('K33 an edge that lies about changes to somebody who is there', () => {
  /** Cy comes while Ben is lied to; then Dan does, and nobody is. */
  async function comesMeanwhile(tell: (change: GroupChange) => readonly GroupChange[]) {
    const [ada, ben] = (await meet(2)) as [GroupPage, GroupPage]
    room.lies = { tell: (to, change) => (to === ben ? tell(change) : [change]) }
    const cy = come()
    await until(() => expect(cy.key).toBe(ada.key))
    await wait(1)
    room.lies = {}
    const dan = come()
    await agree(ada, ben, cy, dan)
    // Whoever was there only for a moment is not kept in the group for that.
    go(dan)
    await agree(ada, ben, cy)
    return { ada, ben, cy }
  }

  test('a change that is kept back is found out with the next one', async () => {
    const { ada, cy } = await comesMeanwhile(() => [])
    expect(tamperedOf(ada, cy)).toEqual([0, 0])
  })

  test('one that is told twice, after the next one or in the place of another does no harm', async () => {
    let kept: GroupChange | null = null
    const { ada, ben, cy } = await comesMeanwhile((change) => {
      const told = [change, change, ...(kept ? [kept] : [])]
      kept = change
      return told
    })
    expect(tamperedOf(ada, ben, cy)).toEqual([0, 0, 0])
    const again = room.taken.map(({ epoch, commit }) => ({ epoch, commit }))
    const [, first] = again
    const next = (room.group?.epoch ?? 0) + 1
    for (const change of again) ben.changed(change)
    if (first) ben.changed({ ...first, epoch: next })
    await until(() => expect(ben.tampered).toBe(1))
    await agree(ada, ben, cy)
  })

  test('that it was founded anew, or that much happened of which nobody has heard: they come in again', async () => {
    const { ada, ben, cy } = await comesMeanwhile(({ epoch }) => [{ epoch, commit: null }])
    ben.changed({ epoch: (room.group?.epoch ?? 0) + 1_000, commit: junk(1) })
    await agree(ada, ben, cy)
    expect(ben.tampered).toBe(0)
  })

  test('junk without end: they go by keys of the link, say so, and ask no more; the others have a group', async () => {
    const [ada, ben, cy] = (await meet(3)) as [GroupPage, GroupPage, GroupPage]
    const since = room.asked
    await until(() => {
      const epoch = room.group?.epoch ?? 0
      for (let index = 1; index <= 50; index++) ben.changed({ epoch: epoch + index, commit: junk(index) })
      expect([ben.mode, ben.reason, ben.uses.at(-1)]).toEqual(['link', 'unkept', 'link'])
    })
    await wait(60)
    expect(room.asked - since).toBeLessThan(MANY_QUESTIONS)
    expect(ben.tampered).toBeGreaterThan(0)
    await until(() => expect([ada.mode, cy.mode, ada.key]).toEqual(['group', 'group', cy.key]))
  })

  test('that it took what it did not take: they notice with the next change, and are in the group again', async () => {
    const [ada, ben, cy] = (await meet(3)) as [GroupPage, GroupPage, GroupPage]
    let lied = 0
    room.lies = { verdict: (from) => (from === ada && lied++ === 0 ? { is: 'taken' } : null) }
    go(cy)
    await until(() => expect(lied).toBeGreaterThan(0))
    const dan = come()
    await agree(ada, ben, dan)
    expect(ada.all.size).toBeGreaterThan(0)
  })

  test('that somebody left who is there: nobody is out of the group for long, and all of them hear of it', async () => {
    const [ada, ben, cy] = (await meet(3)) as [GroupPage, GroupPage, GroupPage]
    ada.present(new Set([ada.stay, ben.stay]))
    await until(() => expect(cy.tampered + ben.tampered).toBeGreaterThan(0))
    tellWhoIsHere()
    await agree(ada, ben, cy)
  })
})

/** What an edge may do to what it has; it remembers all changes that there were. */
type Lie = (change: GroupChange, before: readonly GroupChange[], draw: () => number) => readonly GroupChange[]

const anyOf = <Item>(items: readonly Item[], draw: () => number): Item[] =>
  items.slice(Math.floor(draw() * items.length)).slice(0, 1)

const LIES: readonly Lie[] = [
  (change) => [change],
  (change) => [change],
  () => [],
  (change) => [change, change],
  (change, before, draw) => [...anyOf(before, draw), change],
  (change, before, draw) => anyOf(before, draw).map(({ commit }) => ({ ...change, commit })),
  ({ epoch }) => [{ epoch, commit: null }],
  ({ epoch }) => [{ epoch, commit: junk(epoch) }],
  (change) => [{ ...change, epoch: change.epoch + 1 }],
]

test.each(Array.from({ length: inLongRun(200, 6) }, (_, index) => 7_000 + index))(
  'K33 whatever an edge does, all have one group when it is honest again, but for those who have said that they have none (seed %i)',
  { timeout: inLongRun(60_000, 30_000) },
  async (seed) => {
    const draw = draws(seed)
    await meet(3)
    const told: GroupChange[] = []
    room.lies = {
      tell: (_to, change) => {
        const lie = anyOf(LIES, draw)[0]
        const lied = lie?.(change, told, draw) ?? [change]
        told.push(change)
        return lied
      },
      describe: (_to, group) => (draw() < 0.1 ? (anyOf(room.taken, draw)[0] ?? null) : group),
      verdict: (_from, { epoch }) =>
        draw() < 0.1 ? { is: 'stale', group: room.group && { ...room.group, epoch } } : null,
    }
    const since = room.asked
    for (let step = 0; step < 6; step++) {
      const [gone] = anyOf([...room.people], draw)
      if (draw() < 0.4 && gone && room.people.size > 1) go(gone)
      else come()
      await wait(0.5)
    }
    room.lies = {}
    // What was kept back is found out with the next change.
    go(come())
    const dan = come()
    await until(() => {
      const kept = [...room.people].filter(({ reason }) => reason !== 'unkept')
      expect(new Set(kept.map(({ key, mode }) => `${mode} ${key}`)).size).toBe(1)
      expect(kept[0]?.mode).toBe('group')
    })
    for (const page of room.people)
      if (page.reason === 'unkept') expect([page.tampered > 0, page.uses.at(-1)]).toEqual([true, 'link'])
    expect(dan.reason).toBeNull()
    expect(room.asked - since).toBeLessThan(MANY_QUESTIONS * everybody.length)
  },
)

test('J15 nobody is said to be kept out while they have the keys, however often the edge says that another was faster', async () => {
  const [ada, ben, eve] = (await meet(3)) as [GroupPage, GroupPage, GroupPage]
  expect([ada.keepsOut, ben.keepsOut]).toEqual([true, true])
  room.lies = { verdict: () => ({ is: 'stale', group: room.group }) }
  for (const page of [ada, ben]) page.removed(eve.stay)
  go(eve)
  await wait(1)
  expect([ada.keepsOut, ben.keepsOut]).toEqual([false, false])
  room.lies = {}
  await until(() => expect([ada.keepsOut, ben.keepsOut]).toEqual([true, true]))
  await agree(ada, ben)
})

describe('K33 an edge that shows a page of somebody who has the link in the place of one who is there', () => {
  /** To Ada Ben goes by Eve's stay now, as if he had loaded his page anew; to himself he is there. */
  async function replaced(hearsOfIt: boolean) {
    const [ada, ben] = (await meet(2)) as [GroupPage, GroupPage]
    const eve = newPage()
    room.hidden.add(eve)
    if (!hearsOfIt) room.lies = { tell: (to, change) => (to === ben ? [] : [change]) }
    for (const page of [ada, eve]) page.present(new Set([ada.stay, eve.stay]))
    eve.welcomed(room.group)
    return { ada, ben, eve }
  }

  test('whoever hears how the group changes says so; the others notice nothing', async () => {
    const { ada, ben } = await replaced(true)
    await until(() => expect(ben.tampered).toBeGreaterThan(0))
    expect(ada.tampered).toBe(0)
  })

  test('where that is kept from them, they do not have the keys that the others have, whose words are others', async () => {
    const { ada, ben, eve } = await replaced(false)
    await until(() => expect([eve.key, eve.mode]).toEqual([ada.key, 'group']))
    await wait(20)
    expect(tamperedOf(ada, ben)).toEqual([0, 0])
    expect([ada.key === eve.key, ben.key === eve.key]).toEqual([true, false])
    expect(ada.key !== null && ben.all.has(ada.key)).toBe(false)
  })
})
