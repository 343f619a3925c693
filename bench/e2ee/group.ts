import { openBarePage } from '../common/bare-page.ts'
import { type Spread, spreadOf } from '../common/spread.ts'
import type { GroupTimes } from './group/page.ts'

/** How many people are in the group: a few friends, a class, as many as a group has. */
const SIZES = [4, 25, 99] as const
/** So many people come, are followed and removed, in one run. */
const CHANGES_A_RUN = 10

/** What a change of a group of that size takes a page. */
export interface GroupFigures {
  readonly people: number
  readonly joinMs: Spread
  readonly followMs: Spread
  readonly removeMs: Spread
  /** 0 where no task of the page's thread was as long as 50 ms. */
  readonly longestTaskMs: number
}

/** Measures what changes of groups cost a page that does nothing else, in Chromium. */
export async function measureGroups(runs: number): Promise<GroupFigures[]> {
  await using opened = new AsyncDisposableStack()
  const page = await openBarePage('Group', new URL('./group/page.ts', import.meta.url), opened)
  // The first group warms the code up.
  await page.evaluate(() => window.measureGroup(4, 10))
  const figures: GroupFigures[] = []
  for (const people of SIZES) {
    const found: GroupTimes[] = []
    for (let run = 1; run <= runs; run += 1)
      found.push(
        await page.evaluate(([size, changes]) => window.measureGroup(size, changes), [
          people,
          CHANGES_A_RUN,
        ] as const),
      )
    figures.push({
      people,
      joinMs: spreadOf(found.flatMap(({ joinMs }) => joinMs)),
      followMs: spreadOf(found.flatMap(({ followMs }) => followMs)),
      removeMs: spreadOf(found.flatMap(({ removeMs }) => removeMs)),
      longestTaskMs: Math.max(...found.map(({ longestTaskMs }) => longestTaskMs)),
    })
  }
  return figures
}
