import { describe, expect, test } from 'vitest'
import { EMPTY_ROOM_GRACE_MS, NODE_HEARTBEAT_INTERVAL_MS } from '../../protocol/limits.ts'
import { readTimings } from '../../sfu-node/cli/timings.ts'
import { waits } from '../../worker/waits.ts'

describe.each([
  [
    'edge',
    'SHORTER_WAITS',
    { reportDelayMs: 4_000, emptyRoomMs: EMPTY_ROOM_GRACE_MS },
    (text?: string) => waits(text === undefined ? {} : { SHORTER_WAITS: text }),
  ],
  [
    'node',
    'ESSAIM_SHORTER_WAITS',
    { heartbeatMs: NODE_HEARTBEAT_INTERVAL_MS },
    (text?: string) => readTimings({ ESSAIM_SHORTER_WAITS: text }),
  ],
] as const)('what an %s waits for', (_program, variable, usual, read) => {
  const each = Object.entries(usual)

  test('is as usual where nothing is said, and shorter where that is said', () => {
    expect(read()).toEqual(usual)
    expect(read('{}')).toEqual(usual)
    for (const [name, ms] of each) {
      expect(read(JSON.stringify({ [name]: ms }))).toEqual(usual)
      expect(read(JSON.stringify({ [name]: ms - 1 }))).toEqual({ ...usual, [name]: ms - 1 })
    }
  })

  test.each([
    ...each.flatMap(([name, ms]) => [
      ['longer than usual', JSON.stringify({ [name]: ms + 1 })],
      ['nothing at all', JSON.stringify({ [name]: 0 })],
      ['no number', JSON.stringify({ [name]: '1000' })],
    ]),
    ['of something else', '{"graceMs":1000}'],
    ['no JSON', 'soon'],
  ])('is never %s: %s', (_what, text) => {
    expect(() => read(text)).toThrow(`${variable} cannot be used`)
  })
})
