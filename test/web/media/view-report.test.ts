import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ProtocolError } from '../../../protocol/errors.ts'
import { ProducerId } from '../../../protocol/ids.ts'
import type { TileInView } from '../../../protocol/page-edge/requests.ts'
import { TELL_AGAIN_MS, ViewReport } from '../../../web/core/media/receiving/view-report.ts'

const face = v.parse(ProducerId, 'face----')
const picture = { width: 320, height: 180, priority: 'other' } as const
const tile: TileInView = { producer: face, ...picture }

/** A report to an edge that refuses as often as `failures` says, and what it was told. */
function reportTo({ failures = 0 } = {}) {
  const told: TileInView[][] = []
  const report = new ViewReport(async (tiles) => {
    told.push(tiles)
    if (told.length <= failures) throw new ProtocolError('node-timeout', 'no answer')
  })
  return { report, told }
}

describe('M5 M13 what is shown is told', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    vi.spyOn(console, 'warn').mockImplementation(() => {})
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
  })

  test('once a picture is received, and not before', async () => {
    const { report, told } = reportTo()
    report.show(new Map([[face, picture]]))
    await vi.advanceTimersByTimeAsync(TELL_AGAIN_MS)
    expect(told).toEqual([])
    report.receive([face])
    await vi.advanceTimersByTimeAsync(TELL_AGAIN_MS)
    expect(told).toEqual([[tile]])
  })

  test('again where the same picture comes anew, by another consumer', async () => {
    const { report, told } = reportTo()
    report.show(new Map([[face, picture]]))
    for (const received of [[face], [], [face]]) {
      report.receive(received)
      await vi.advanceTimersByTimeAsync(TELL_AGAIN_MS)
    }
    expect(told).toEqual([[tile], [tile]])
  })

  test('again where the edge did not take it, until it does', async () => {
    const { report, told } = reportTo({ failures: 2 })
    report.show(new Map([[face, picture]]))
    report.receive([face])
    await vi.advanceTimersByTimeAsync(10 * TELL_AGAIN_MS)
    expect(told).toEqual([[tile], [tile], [tile]])
  })

  test('no more once it is closed', async () => {
    const { report, told } = reportTo({ failures: 100 })
    report.show(new Map([[face, picture]]))
    report.receive([face])
    await vi.advanceTimersByTimeAsync(TELL_AGAIN_MS / 2)
    report.close()
    await vi.advanceTimersByTimeAsync(10 * TELL_AGAIN_MS)
    expect(told).toEqual([[tile]])
  })
})
