import { expect, onTestFinished, test, vi } from 'vitest'
import { TimeSlicedQueue } from '../../../sfu-node/edge/time-sliced-queue.ts'

/** Work that takes so long (ms), with what was done of it. */
function busyQueue(ms: number) {
  const done: number[] = []
  const queue = new TimeSlicedQueue<number>((item) => {
    const until = performance.now() + ms
    while (performance.now() < until);
    done.push(item)
  })
  return { done, queue }
}

test('work is done in order, and the event loop turns in between', async () => {
  const { done, queue } = busyQueue(4)
  for (let item = 0; item < 30; item += 1) queue.add(item)
  expect(done).toEqual([])
  const between: number[] = []
  const look = setInterval(() => between.push(done.length), 1)
  onTestFinished(() => clearInterval(look))
  await vi.waitFor(() => expect(done).toHaveLength(30))
  expect(done).toEqual(Array.from({ length: 30 }, (_, item) => item))
  expect(between.filter((count) => count > 0 && count < 30).length).toBeGreaterThan(3)
})

test('what is left is done at once where there is no more time', () => {
  const { done, queue } = busyQueue(0)
  for (let item = 0; item < 5; item += 1) queue.add(item)
  queue.drain()
  expect(done).toEqual([0, 1, 2, 3, 4])
})
