import { expect, onTestFinished, test, vi } from 'vitest'
import { ComingGroup, type LoadedGroup } from '../../../../web/core/encryption/group/coming-group.ts'
import { newStay } from '../../../../web/core/encryption/stay.ts'

const stay = newStay()

/** A group whose code comes, or does not, when it is said. */
function comingGroup() {
  const told: unknown[] = []
  const failures: Error[] = []
  const code = Promise.withResolvers<LoadedGroup>()
  const work = Promise.withResolvers<void>()
  const loaded: LoadedGroup = {
    away: () => told.push('away'),
    back: () => told.push('back'),
    present: (stays, cutOff) => told.push(['present', stays.size, cutOff?.size]),
    removed: (removed) => told.push(['removed', removed]),
    welcomed: (description) => told.push(['welcomed', description]),
    changed: ({ epoch }) => {
      told.push(['changed', epoch])
      return work.promise
    },
    linkChanges: (epoch) => told.push(['link-changes', epoch]),
    changeLink: async (hasGone) => void told.push(['change-link', hasGone()]),
    settled: () => work.promise,
    close: () => told.push('closed'),
  }
  const group = new ComingGroup(
    () => code.promise,
    (cause) => failures.push(cause),
  )
  const later = () => new Promise((resolve) => setImmediate(resolve))
  return { group, told, failures, code, loaded, work, later }
}

test('K32 what a group is told before its code is there, it hears then, in order', async () => {
  const { group, told, code, loaded, work, later } = comingGroup()
  let settled = false
  group.present(new Set([stay]), new Set([stay]))
  group.away()
  group.back()
  group.welcomed(null)
  group.removed(stay)
  void group.changed({ epoch: 7, commit: null })
  void group.settled().then(() => {
    settled = true
  })
  await later()
  expect([told, settled]).toEqual([[], false])
  code.resolve(loaded)
  await later()
  const first = [['present', 1, 1], 'away', 'back', ['welcomed', null], ['removed', stay], ['changed', 7]]
  expect([told, settled]).toEqual([first, false])
  void group.changed({ epoch: 8, commit: null })
  expect(told).toEqual([...first, ['changed', 8]])
  work.resolve()
  await later()
  expect(settled).toBe(true)
  group.close()
  expect(told.at(-1)).toBe('closed')
})

test('a group whose code comes when one has gone is ended at once, and hears nothing', async () => {
  const { group, told, code, loaded, later } = comingGroup()
  group.welcomed(null)
  group.close()
  code.resolve(loaded)
  await later()
  expect(told).toEqual(['closed'])
})

test('a group whose code does not come is told of once, and nobody waits for it', async () => {
  const { group, failures, code, later } = comingGroup()
  code.reject(new Error('no code'))
  await group.settled()
  await later()
  expect(failures.map(({ message }) => message)).toEqual(['no code'])
})

test('nobody hears of it who has gone', async () => {
  const { group, failures, code } = comingGroup()
  group.close()
  code.reject(new Error('no code'))
  await group.settled()
  expect(failures).toEqual([])
})

test.each([
  ['has nothing else to do', (idle: () => void) => idle()],
  ['has something to tell it', (_idle: () => void, group: ComingGroup) => group.back()],
])('the code of a group is run when the page %s, and once', async (_when, happens) => {
  let idle = (): void => {}
  vi.stubGlobal('requestIdleCallback', (act: () => void) => {
    idle = act
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  let loads = 0
  const group = new ComingGroup(
    () => {
      loads += 1
      return new Promise(() => {})
    },
    () => {},
  )
  expect(loads).toBe(0)
  happens(idle, group)
  expect(loads).toBe(1)
  idle()
  group.away()
  expect(loads).toBe(1)
})
