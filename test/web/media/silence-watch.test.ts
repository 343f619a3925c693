import { expect, test } from 'vitest'
import { SilenceWatch } from '../../../web/core/media/voices/silence-watch.ts'

const EVERY_MS = 200

/** How often silence was told, while packets came (1) or did not (0) every 200 ms. */
function told(packets: string): number {
  let count = 0
  const watch = new SilenceWatch(() => {
    count += 1
  })
  for (const [index, packet] of [...packets].entries()) watch.hear(packet === '1', index * EVERY_MS)
  return count
}

test.each([
  ['nothing ever came', '0000000000000', 0],
  ['somebody who says nothing', '1010101010101', 0],
  ['a second without', '1100000', 0],
  ['longer', '11000000', 1],
  ['much longer, once', '110000000000000000000000', 1],
  ['again, after packets came', '1100000001100000000', 2],
])('%s', (_what, packets, times) => {
  expect(told(packets)).toBe(times)
})
