import { expect, test } from 'vitest'
import {
  FOLLOWING_AT_A_TIME_MS,
  givingWay,
} from '../../../../web/core/encryption/group/mls/suite/giving-way.ts'
import { SUITE } from '../../../../web/core/encryption/group/mls/suite/suite.ts'

/** Like those of Chromium: what is asked of them keeps the thread, and is there at once. */
function busy(durationMs: number): void {
  for (const end = performance.now() + durationMs; performance.now() < end; );
}

const NOTHING = new Uint8Array()

test.each([
  ['hashes', ({ hash }: typeof SUITE) => hash.digest(NOTHING)],
  ['derives', ({ kdf }: typeof SUITE) => kdf.expand(NOTHING, NOTHING, 0)],
  ['verifies', ({ signature }: typeof SUITE) => signature.verify(NOTHING, NOTHING, NOTHING)],
])('a page does other things while its group %s', async (_what, asks) => {
  const slow = async (): Promise<Uint8Array> => {
    busy(5)
    return NOTHING
  }
  const slowSuite = {
    ...SUITE,
    hash: { ...SUITE.hash, digest: slow },
    kdf: { ...SUITE.kdf, expand: slow },
    signature: { ...SUITE.signature, verify: async () => (await slow()) === NOTHING },
  }
  const suite = givingWay(slowSuite, () => FOLLOWING_AT_A_TIME_MS)
  let others = 0
  const other = setInterval(() => {
    others += 1
  })
  for (let count = 0; count < 20; count += 1) await asks(suite)
  clearInterval(other)
  // A hundred milliseconds, in pieces of a picture's time; it would be one.
  expect(others).toBeGreaterThan(2)
})
