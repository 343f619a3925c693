import { expect } from 'vitest'
import type { GroupDescription } from '../../../../protocol/page-edge/group.ts'
import type { RoomKeys } from '../../../../web/core/encryption/room-keys.ts'
import type { GroupPage } from './group-page.ts'
import { meet, room, SALON, tellWhoIsHere, until } from './group-story.ts'

/** So many people, of whom the first moderates. */
export async function moderated(count: number): Promise<GroupPage[]> {
  const pages = await meet(count)
  for (const page of pages.slice(0, 1)) room.moderators.add(page)
  return pages
}

/** Time goes by until that is done. */
export async function done<Outcome>(what: Promise<Outcome>): Promise<PromiseSettledResult<Outcome>> {
  let outcome: PromiseSettledResult<Outcome> | null = null
  void Promise.allSettled([what]).then(([settled]) => {
    outcome = settled
  })
  await until(() => expect(outcome).not.toBeNull())
  if (outcome === null) throw new Error('not done')
  return outcome
}

export const changeLink = (page: GroupPage, hasGone?: () => boolean): Promise<PromiseSettledResult<void>> =>
  done(page.changeLink(hasGone))

/** The secrets of the links that these have got last, if they ever got another than the first. */
export const linksOf = (...pages: readonly GroupPage[]): (string | undefined)[] =>
  pages.map(({ links }) => links.at(-1)?.secret)

/** The keys of the link that a page has by now. */
export const linkOf = ({ linkKeys }: GroupPage): RoomKeys => linkKeys.current

/** Puts somebody out as a moderator does: they are gone, and everybody hears why. */
export function putOut(eve: GroupPage): void {
  room.people.delete(eve)
  for (const page of room.people) page.removed(eve.stay)
  tellWhoIsHere()
}

/** Whether somebody opens what newcomers to a change start from, by any link that they ever had. */
export async function opens({ linkKeys }: GroupPage, { epoch, info }: GroupDescription): Promise<boolean> {
  return (await linkKeys.open('all', ['group', SALON, epoch], info)) !== null
}

export function lastTaken() {
  const offered = room.taken.at(-1)
  if (!offered) throw new Error('nothing was taken')
  return offered
}
