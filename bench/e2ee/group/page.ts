// A bare page that comes into a group and follows it, by the page's own code and the browser's ciphers.
import { Group, type NextEpoch } from '../../../web/core/encryption/group/mls/group.ts'
import { FOLLOWING_AT_A_TIME_MS, givingWay } from '../../../web/core/encryption/group/mls/suite/giving-way.ts'
import { remembering } from '../../../web/core/encryption/group/mls/suite/memory.ts'
import { SUITE } from '../../../web/core/encryption/group/mls/suite/suite.ts'
import { newSigner } from '../../../web/core/encryption/group/signer.ts'

/** What a change of a group takes, in milliseconds, each as often as there were changes. */
export interface GroupTimes {
  /** Coming into it, for whoever never was. */
  readonly joinMs: readonly number[]
  /** Following somebody who came. */
  readonly followMs: readonly number[]
  /** Removing somebody. */
  readonly removeMs: readonly number[]
  /** The longest time that the page's thread did nothing else meanwhile; 0 where none was as long as 50 ms (W3C Long Tasks). */
  readonly longestTaskMs: number
}

declare global {
  interface Window {
    /** So many people are in a group; then somebody comes, is followed and removed, so many times. */
    measureGroup(people: number, changes: number): Promise<GroupTimes>
  }
}

const ROOM = 'bench'

/** As a page has it for its stay. */
const newSuite = () => givingWay(remembering(SUITE), () => FOLLOWING_AT_A_TIME_MS)

const come = async (groupInfo: Uint8Array): Promise<NextEpoch> =>
  Group.join(ROOM, groupInfo, await newSigner(), newSuite())

const timed = async <T>(into: number[], work: () => Promise<T>): Promise<T> => {
  const begun = performance.now()
  const result = await work()
  into.push(performance.now() - begun)
  return result
}

window.measureGroup = async (people, changes) => {
  let group = await Group.create(ROOM, await newSigner(), newSuite())
  let groupInfo = await group.describe()
  while (group.members.size < people) {
    const next = await come(groupInfo)
    group = (await group.after(next.commit, () => true)).group
    groupInfo = next.groupInfo
  }
  const joinMs: number[] = []
  const followMs: number[] = []
  const removeMs: number[] = []
  const tasks: number[] = []
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration)
  })
  observer.observe({ type: 'longtask' })
  for (let change = 0; change < changes; change += 1) {
    const stays = new Set(group.members.values())
    const next = await timed(joinMs, () => come(groupInfo))
    const followed = await timed(followMs, () => group.after(next.commit, () => true))
    const gone = new Set([...followed.group.members.values()].filter((stay) => !stays.has(stay)))
    const without = await timed(removeMs, () => followed.group.without(gone, false))
    group = without.group
    groupInfo = without.groupInfo
  }
  // Tasks are told of in tasks of their own.
  await new Promise((resolve) => setTimeout(resolve, 200))
  observer.disconnect()
  return { joinMs, followMs, removeMs, longestTaskMs: Math.max(0, ...tasks) }
}
