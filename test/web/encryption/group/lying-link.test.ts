import { describe, expect, test } from 'vitest'
import type { Sealed } from '../../../../protocol/page-edge/sealed.ts'
import { seal } from '../../../../web/core/encryption/envelope.ts'
import type { ToldChange } from '../../../../web/core/encryption/room-facts.ts'
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
  tellWhoIsHere,
  until,
  wait,
} from './group-story.ts'
import { changeLink, lastTaken, linkOf, linksOf, moderated, opens, putOut } from './link-story.ts'

/** An edge that lies about a change of the link, perhaps for somebody who was put out: that one gets nothing by it. */

tellStories()

type People = [GroupPage, GroupPage, GroupPage]

/** That change, as if the link changed with it. */
const asChange = (change: ToldChange): ToldChange => ({ ...change, changesLink: true })
/** That change, as if it were any other. */
const asAnyOther = ({ epoch, commit }: ToldChange): ToldChange => ({ epoch, commit })

/** What Eve has sealed for one epoch, sealed by her for another. */
async function resealed(
  { linkKeys }: GroupPage,
  part: string,
  epoch: number,
  sealed: Sealed,
  next: number,
): Promise<Sealed> {
  const opened = await linkKeys.open('current', [part, SALON, epoch], sealed)
  if (opened === null) throw new Error('not of her making')
  return seal(linkKeys.current.seal, [part, SALON, next], opened.letter)
}

/** Whether that page has any of the keys by which those go now. */
const hears = (eve: GroupPage, ...pages: readonly GroupPage[]): boolean =>
  pages.some(({ key }) => key !== null && eve.all.has(key))

describe('K40 an edge that says that the link changes', () => {
  test('with a commit that does not say so: nobody follows it, and nobody has another link', async () => {
    const [ada, ben, cy] = (await moderated(3)) as People
    room.lies = { tell: (_to, change) => [asChange(change)] }
    go(cy)
    await until(() => expect(tamperedOf(ada, ben).some((count) => count > 0)).toBe(true))
    room.lies = {}
    go(come())
    await agree(ada, ben)
    expect([...linksOf(ada, ben), ada.failure, ben.failure]).toEqual([undefined, undefined, null, null])
  })

  test('with nothing, or with junk, to one person: they leave, or are who they were; the others notice nothing', async () => {
    const [ada, ben, cy] = (await moderated(3)) as People
    const next = (room.group?.epoch ?? 0) + 1
    cy.changed({ epoch: next, commit: null, changesLink: true })
    await agree(ada, ben, cy)
    expect(linksOf(ada, ben, cy)).toEqual([undefined, undefined, undefined])
    expect(cy.failure).toBeNull()
  })
})

describe('K40 an edge that does not say that the link changes', () => {
  test('to anybody: whoever asked for it has it for themselves, and all others stay in one group, or say that they have none', async () => {
    const [ada, ben, cy] = (await moderated(3)) as People
    room.lies = { tell: (_to, change) => [asAnyOther(change)] }
    await changeLink(ada)
    await until(() => expect(tamperedOf(ben, cy).every((count) => count > 0)).toBe(true))
    await wait(3)
    expect(linksOf(ben, cy)).toEqual([undefined, undefined])
    expect(hears(ben, ada) || hears(cy, ada)).toBe(false)
  })

  test.each<[string, (change: ToldChange) => readonly ToldChange[]]>([
    ['in the change', (change) => [asAnyOther(change)]],
    ['nor of the change', () => []],
  ])(
    'to one person, %s: they do not have what the others have, and are not where those are',
    async (_what, tell) => {
      const [ada, ben, cy] = (await moderated(3)) as People
      room.lies = {
        tell: (to, change) => (to === cy ? tell(change) : [change]),
        // What they would do of it is kept from the others, as they are from that.
        verdict: (from) => (from === cy ? { is: 'taken' } : null),
      }
      await changeLink(ada)
      await until(() => expect(ben.key).toBe(ada.key))
      const dan = come(linkOf(ada))
      await until(() => expect([ben.key, dan.key]).toEqual([ada.key, ada.key]))
      await wait(2)
      expect(linksOf(ada, ben, cy)).toEqual([linkOf(ben).secret, linkOf(ben).secret, undefined])
      expect(hears(cy, ada)).toBe(false)
      for (const { epoch, info } of room.taken.filter(({ newLink }) => newLink))
        expect(await opens(cy, { epoch, info })).toBe(false)
      expect(tamperedOf(ada, ben)).toEqual([0, 0])
    },
  )

  test.each<[string, 'taken' | 'stale', 'group' | 'link']>([
    ['and takes what they do of it for itself: they have a group of their own', 'taken', 'group'],
    ['and the truth from then on: they go by the link’s keys', 'stale', 'link'],
  ])('K33 to one person, %s, their page says so, and asks for nothing more', async (_what, verdict, mode) => {
    const [ada, ben, cy] = (await moderated(3)) as People
    room.lies = {
      tell: (to, change) => (to === cy && change.changesLink ? [] : [change]),
      ...(verdict === 'taken' && { verdict: (from) => (from === cy ? { is: 'taken' } : null) }),
    }
    await changeLink(ada)
    await until(() => expect(ben.key).toBe(ada.key))
    expect([cy.tampered, cy.failure]).toEqual([0, null])
    // Of what comes next they hear that something is missing.
    const dan = come(linkOf(ada))
    await until(() => expect([ben.key, dan.key]).toEqual([ada.key, ada.key]))
    await wait(2)
    expect(cy.tampered).toBeGreaterThan(0)
    await wait(13)
    expect([cy.mode, hears(cy, ada)]).toEqual([mode, false])
    expect(cy.reason).toBe(mode === 'link' ? 'unkept' : null)
    const { asked } = room
    await wait(15)
    expect([room.asked, cy.mode, linksOf(cy)]).toEqual([asked, mode, [undefined]])
    await agree(ada, ben, dan)
  })
})

describe('K40 an edge that works with somebody who was put out', () => {
  async function changed() {
    const [ada, ben, eve] = (await moderated(3)) as People
    const before = room.group
    putOut(eve)
    await agree(ada, ben)
    const between = room.group
    await changeLink(ada, () => !room.people.has(eve))
    await agree(ada, ben)
    if (before === null || between === null) throw new Error('no group')
    return { ada, ben, eve, before, between }
  }

  test('brings newcomers by the new link into no group of theirs', async () => {
    const { ada, ben, eve, before, between } = await changed()
    // Eve has founded one under the old link, and it is shown as the room's, under its number.
    const epoch = (room.group?.epoch ?? 0) + 1
    room.hidden.add(eve)
    let founded: typeof before | null = null
    room.lies = {
      verdict: (from, offered) => {
        if (from !== eve) return null
        founded = { epoch: offered.epoch, info: offered.info }
        return { is: 'taken' }
      },
      describe: (to, group) => (to === eve ? { epoch: epoch - 1, info: before.info } : group),
    }
    eve.welcomed({ epoch: epoch - 1, info: before.info })
    await until(() => expect(founded).not.toBeNull())
    for (const told of [before, between, founded]) {
      let shown = false
      room.lies = {
        describe: (_to, group) => {
          if (shown) return group
          shown = true
          return told
        },
      }
      const dan = come(linkOf(ada))
      await agree(ada, ben, dan)
      expect(dan.tampered).toBeGreaterThan(0)
      expect(hears(eve, ada, ben, dan)).toBe(false)
      go(dan)
      await agree(ada, ben)
    }
  })

  test.each<[string, (change: ToldChange) => ToldChange]>([
    ['as any change: they stay where they are', asAnyOther],
    ['as if the link changed again: they leave at most', asChange],
  ])('leads those who are in into no group of theirs, %s', async (_what, tellAs) => {
    const { ada, ben, eve, before } = await changed()
    const next = (room.group?.epoch ?? 0) + 1
    const made: { readonly epoch: number; readonly commit: Sealed | null; readonly info: Sealed }[] = []
    const asked = new Set<unknown>()
    room.hidden.add(eve)
    room.lies = {
      verdict: (from, offered) => {
        if (from !== eve) return null
        made.push(offered)
        return { is: 'taken' }
      },
      describe: (to, group) => (to === eve ? before : group),
    }
    // She comes again into the group that they were in, and founds another one.
    eve.changed({ epoch: 1_000, commit: null })
    await until(() => expect(made).toHaveLength(1))
    eve.welcomed(null)
    await until(() => expect(made.at(-1)?.commit).toBeNull())
    room.hidden.delete(eve)
    for (const { epoch, commit, info } of made) {
      // As it would be sealed for the epoch that is next here, by whoever has the old link.
      const as = (part: string, sealed: Sealed) => resealed(eve, part, epoch, sealed, next)
      const offer = { epoch: next, commit: commit && (await as('commit', commit)) }
      const shown = { epoch: next, info: await as('group', info) }
      room.lies = {
        describe: (_to, group) => {
          if (asked.has(shown)) return group
          asked.add(shown)
          return shown
        },
      }
      for (const page of [ada, ben]) page.changed(tellAs(offer))
      await wait(1)
      expect(hears(eve, ada, ben)).toBe(false)
      // Whoever is hindered too often in a minute has no group any more.
      await wait(60)
    }
    room.lies = {}
    const failures = [ada.failure, ben.failure].filter((failure) => failure !== null)
    expect(failures.every((failure) => failure === 'link-changed')).toBe(true)
    if (tellAs === asChange) return
    expect(failures).toEqual([])
    go(come(linkOf(ada)))
    await agree(ada, ben)
    expect(hears(eve, ada, ben)).toBe(false)
    expect(linksOf(ada)).toEqual(linksOf(ben))
  })

  test('lets them in by the old link, as before: nobody of the room is where they are', async () => {
    const { ada, ben, eve } = await changed()
    room.people.add(eve)
    tellWhoIsHere()
    eve.welcomed(room.group)
    await wait(12)
    expect(hears(eve, ada, ben)).toBe(false)
    expect(eve.linkKeys.current).toBe(linkOf(eve))
    expect(linksOf(eve)).toEqual([undefined])
    expect(tamperedOf(ada, ben).every((count) => count > 0)).toBe(true)
    for (const { epoch, info, newLink } of room.taken)
      if (newLink || epoch > lastTaken().epoch) expect(await opens(eve, { epoch, info })).toBe(false)
  })

  test('replays the change to those who have followed it: they are where they are', async () => {
    const { ada, ben } = await changed()
    const { epoch, commit } = lastTaken()
    const link = linkOf(ben)
    for (const again of [epoch, epoch + 1])
      for (const page of [ada, ben]) page.changed({ epoch: again, commit, changesLink: true })
    await wait(2)
    await agree(ada, ben)
    expect([linkOf(ada).secret, linkOf(ben)]).toEqual([link.secret, link])
  })
})

describe('K40 whoever cannot follow a change', () => {
  test('as they were not in the group yet, leaves, and founds none by the old link', async () => {
    const [ada, ben, cy] = (await moderated(3)) as People
    const before = room.group
    await changeLink(ada)
    await agree(ada, ben, cy)
    const { epoch, commit } = lastTaken()
    const taken = room.taken.length
    // They came a moment before it, and are told of it as soon as they are in.
    const dan = newPage(firstKeys())
    room.people.add(dan)
    dan.present(new Set([...room.people].map(({ stay }) => stay)))
    dan.welcomed(before)
    dan.changed({ epoch, commit, changesLink: true })
    await until(() => expect(dan.failure).toBe('link-changed'))
    expect([room.taken.length, hears(dan, ada), dan.uses.includes('link')]).toEqual([taken, false, false])
    expect([ada.tampered, ben.tampered, dan.tampered]).toEqual([0, 0, 0])
  })

  test('as they keep none, leaves at once', async () => {
    const [ada, ben, cy] = (await moderated(3)) as People
    room.lies = { refuses: (from) => from === cy }
    cy.welcomed(null)
    await until(() => expect(cy.reason).toBe('unkept'))
    room.lies = {}
    await changeLink(ada)
    await until(() => expect(cy.failure).toBe('link-changed'))
    await agree(ada, ben)
    expect([linksOf(ada), linksOf(cy)]).toEqual([linksOf(ben), [undefined]])
  })

  test('nor wanted to: who moderates alone may, and whoever else asks changes nothing', async () => {
    const [ada, ben, cy] = (await moderated(3)) as People
    const taken = room.taken.length
    expect(await changeLink(ben)).toMatchObject({ reason: { code: 'not-allowed' } })
    await wait(1)
    await agree(ada, ben, cy)
    expect([room.taken.length, ...linksOf(ada, ben, cy), ...tamperedOf(ada, ben, cy)]).toEqual([
      taken,
      undefined,
      undefined,
      undefined,
      0,
      0,
      0,
    ])
  })
})
