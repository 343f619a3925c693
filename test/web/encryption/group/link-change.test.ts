import { describe, expect, test } from 'vitest'
import type { ToldChange } from '../../../../web/core/encryption/room-facts.ts'
import { roomKeysOf } from '../../../../web/core/encryption/room-keys.ts'
import { newStay } from '../../../../web/core/encryption/stay.ts'
import type { GroupPage } from './group-page.ts'
import {
  agree,
  come,
  firstKeys,
  go,
  newPage,
  room,
  SALON,
  tamperedOf,
  tellStories,
  until,
  wait,
} from './group-story.ts'
import { changeLink, done, lastTaken, linkOf, linksOf, moderated, opens, putOut } from './link-story.ts'

tellStories()

describe('K40 a change of the link', () => {
  test('gives all who are here the same new one, and new keys; and whoever comes by it comes in', async () => {
    const [ada, ben, cy] = (await moderated(3)) as [GroupPage, GroupPage, GroupPage]
    const before = ada.key
    expect(await changeLink(ada)).toMatchObject({ status: 'fulfilled' })
    await agree(ada, ben, cy)
    expect(ada.key).not.toBe(before)
    const [link] = linksOf(ada)
    expect(link).not.toBe(firstKeys().secret)
    expect(linksOf(ada, ben, cy)).toEqual([link, link, link])
    expect(ben.links).toEqual([{ secret: link, by: ada.stay }])
    // What the edge is told is a proof of it, and the media have it as their base.
    expect(lastTaken().newLink).toBe((await roomKeysOf(linkOf(ben).secret, SALON)).proof)
    expect([ada, ben, cy].map(({ base }) => base)).toEqual(Array(3).fill(linkOf(ada).base.join()))
    // Already in the epoch in which it changed.
    expect(ada.key).toContain(`: ${linkOf(ada).base.join()} `)
    const dan = come(linkOf(ben))
    await agree(ada, ben, cy, dan)
    expect(dan.linkKeys.formerSeals).toEqual([firstKeys().sealBytes])
    expect(tamperedOf(ada, ben, cy, dan)).toEqual([0, 0, 0, 0])
  })

  test('leaves whoever was put out before with nothing, whatever the edge hands them', async () => {
    const [ada, ben, eve] = (await moderated(3)) as [GroupPage, GroupPage, GroupPage]
    putOut(eve)
    expect(await changeLink(ada, () => !room.people.has(eve))).toMatchObject({ status: 'fulfilled' })
    await agree(ada, ben)
    const changed = lastTaken()
    const dan = come(linkOf(ada))
    await agree(ada, ben, dan)
    go(dan)
    await agree(ada, ben)
    const since = room.taken.filter(({ epoch }) => epoch >= changed.epoch)
    expect(since.length).toBeGreaterThan(1)
    // All that there is, one after the other, and as if it were for them.
    for (const { epoch, commit, newLink } of room.taken)
      eve.changed({ epoch, commit, ...(newLink && { changesLink: true as const }) })
    for (const { epoch, info } of since) expect(await opens(eve, { epoch, info })).toBe(false)
    await wait(3)
    expect(eve.links).toEqual([])
    expect(ada.key !== null && eve.all.has(ada.key)).toBe(false)
    // Nor are they let in again, as far as it is pages that let them.
    room.hidden.add(eve)
    eve.welcomed(room.group)
    await wait(3)
    await agree(ada, ben)
  })

  test('waits until the group is rid of whom a moderator puts out, and is refused where it never is', async () => {
    const [ada, ben, eve] = (await moderated(3)) as [GroupPage, GroupPage, GroupPage]
    const members = room.taken.length
    // The edge says that they are out, and has not told so.
    const waiting = ada.changeLink(() => !room.people.has(eve))
    await wait(1)
    expect(room.taken).toHaveLength(members)
    putOut(eve)
    expect(await done(waiting)).toMatchObject({ status: 'fulfilled' })
    await agree(ada, ben)
    expect(room.taken.at(-1)?.newLink).toBeDefined()
    expect(room.taken.at(-2)).not.toHaveProperty('newLink')
    const [link] = linksOf(ada)
    expect(await changeLink(ada, () => false)).toMatchObject({ reason: { code: 'internal' } })
    expect(linksOf(ada, ben)).toEqual([link, link])
  })

  test('by two moderators at once is one change; of who comes later, another', async () => {
    const [ada, ben, cy] = (await moderated(3)) as [GroupPage, GroupPage, GroupPage]
    room.moderators.add(ben)
    const both = await done(Promise.all([ada.changeLink(), ben.changeLink()]))
    expect(both).toMatchObject({ status: 'fulfilled' })
    await agree(ada, ben, cy)
    expect(room.taken.filter(({ newLink }) => newLink)).toHaveLength(1)
    const [first] = linksOf(cy)
    await changeLink(ben)
    await agree(ada, ben, cy)
    expect(linksOf(ada, ben, cy)).toEqual(Array(3).fill(linkOf(ben).secret))
    expect(linksOf(cy)).not.toEqual([first])
    expect(cy.linkKeys.formerSeals).toHaveLength(2)
    expect(tamperedOf(ada, ben, cy)).toEqual([0, 0, 0])
  })

  test('is followed by whoever was cut off meanwhile, when they hear what they missed', async () => {
    const [ada, ben, cy] = (await moderated(3)) as [GroupPage, GroupPage, GroupPage]
    const missed: ToldChange[] = []
    room.lies = {
      tell: (to, change) => {
        if (to !== cy) return [change]
        missed.push(change)
        return []
      },
    }
    for (const page of [ada, ben]) page.present(new Set([ada.stay, ben.stay, cy.stay]), new Set([cy.stay]))
    await changeLink(ada)
    const dan = come(linkOf(ada))
    await until(() => expect(dan.key).toBe(ada.key))
    room.lies = {}
    expect(missed.length).toBeGreaterThan(1)
    for (const change of missed) cy.changed(change)
    await agree(ada, ben, cy, dan)
    expect([cy.failure, cy.tampered, ...linksOf(cy)]).toEqual([null, 0, linkOf(ada).secret])
  })

  test('is known again by who made it, where the answer was lost', async () => {
    const [ada, ben] = (await moderated(2)) as [GroupPage, GroupPage]
    room.lies = {
      verdict: (from, offered) => {
        room.lies = {}
        room.commit(from, offered)
        return { is: 'stale', group: room.group }
      },
    }
    expect(await changeLink(ada)).toMatchObject({ status: 'fulfilled' })
    await agree(ada, ben)
    expect(linksOf(ada)).toEqual(linksOf(ben))
    expect([room.taken.filter(({ newLink }) => newLink).length, ...tamperedOf(ada, ben)]).toEqual([1, 0, 0])
  })

  test('is known again by who made it, where the answer was lost and others went on from it meanwhile', async () => {
    const [ada, ben, cy] = (await moderated(3)) as [GroupPage, GroupPage, GroupPage]
    const before = room.taken.length
    const back = Promise.withResolvers<void>()
    const missed: ToldChange[] = []
    room.lies = {
      loses: (to) => (to === ada ? back.promise : null),
      tell: (to, change) => {
        if (to !== ada) return [change]
        missed.push(change)
        return []
      },
    }
    const changing = ada.changeLink(() => true)
    await until(() => expect(ben.links).toHaveLength(1))
    go(cy)
    await until(() => expect(room.taken.length).toBe(before + 2))
    room.lies = {}
    back.resolve()
    for (const change of missed) ada.changed(change)
    expect(await done(changing)).toMatchObject({ status: 'fulfilled' })
    await agree(ada, ben)
    expect(linksOf(ada)).toEqual(linksOf(ben))
    expect([room.taken.length, ...tamperedOf(ada, ben)]).toEqual([before + 2, 0, 0])
  })

  test('is nothing that one does not know again, who was welcomed anew just before the room took it', async () => {
    const [ada, ben] = (await moderated(2)) as [GroupPage, GroupPage]
    room.lies = {
      verdict: () => {
        room.lies = {}
        ada.welcomed(room.group)
        return null
      },
    }
    expect(await changeLink(ada)).toMatchObject({ status: 'fulfilled' })
    await wait(1)
    await agree(ada, ben)
    expect([...linksOf(ben), ...tamperedOf(ada, ben)]).toEqual([...linksOf(ada), 0, 0])
  })

  test('is not there where there is no group', async () => {
    const ada = newPage()
    expect(await changeLink(ada)).toMatchObject({ reason: { code: 'not-allowed' } })
    const [ben] = (await moderated(1)) as [GroupPage]
    ben.present(new Set([ben.stay, ...Array.from({ length: 100 }, newStay)]))
    expect(await changeLink(ben)).toMatchObject({ reason: { code: 'not-allowed' } })
  })
})
