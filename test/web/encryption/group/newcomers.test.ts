import { expect, test } from 'vitest'
import { agree, come, go, meet, tellStories } from './group-story.ts'

tellStories()

test('K25 pictures begin anew for whoever comes into the group, and not when somebody leaves it', async () => {
  const [ada, ben, cy] = await meet(3)
  if (!ada || !ben || !cy) throw new Error('not three')
  const begun = () => [ada, ben].map(({ begunAnew }) => begunAnew)
  const [adas, bens] = begun()
  if (adas === undefined || bens === undefined) throw new Error('nobody')
  expect(adas).toBeGreaterThanOrEqual(3)
  go(cy)
  await agree(ada, ben)
  expect(begun()).toEqual([adas, bens])
  const dan = come()
  await agree(ada, ben, dan)
  expect(begun()).toEqual([adas + 1, bens + 1])
})
