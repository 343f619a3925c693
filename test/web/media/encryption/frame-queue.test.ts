import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  FRAME_PATIENCE_MS,
  FrameQueue,
  MAX_WAITING_BYTES,
  MAX_WAITING_FRAMES,
} from '../../../../web/core/media/encryption/frame-queue.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A queue of numbers, which have to wait until `open`. */
function queue() {
  const seen = { handled: [] as number[], dropped: [] as number[], failed: [] as unknown[] }
  const gate = { open: false }
  const handled = async (frame: number): Promise<void> => {
    await null
    if (frame < 0) throw new Error(`${frame}`)
    seen.handled.push(frame)
  }
  const frames = new FrameQueue<number>({
    handle: (frame) => (gate.open ? handled(frame) : null),
    dropped: (frame) => seen.dropped.push(frame),
    failed: (cause) => seen.failed.push(cause),
  })
  const settled = () => vi.advanceTimersByTimeAsync(0)
  return { ...seen, gate, frames, settled }
}

describe('K23 frames that wait for a key', () => {
  test('go on in order when it comes, with those behind them', async () => {
    const { frames, gate, handled, dropped, settled } = queue()
    for (const frame of [1, 2, 3]) frames.push(frame, 100)
    await vi.advanceTimersByTimeAsync(FRAME_PATIENCE_MS - 1)
    expect([handled, dropped]).toEqual([[], []])
    gate.open = true
    frames.wake()
    frames.push(4, 100)
    await settled()
    expect([handled, dropped]).toEqual([[1, 2, 3, 4], []])
  })

  test('are dropped after their time, one by one', async () => {
    const { frames, gate, handled, dropped, settled } = queue()
    frames.push(1, 100)
    await vi.advanceTimersByTimeAsync(100)
    frames.push(2, 100)
    await vi.advanceTimersByTimeAsync(FRAME_PATIENCE_MS - 100)
    expect(dropped).toEqual([1])
    gate.open = true
    frames.wake()
    await settled()
    expect([handled, dropped]).toEqual([[2], [1]])
  })

  test('are few, and small: the oldest go first', () => {
    const { frames, dropped } = queue()
    for (let frame = 0; frame <= MAX_WAITING_FRAMES; frame += 1) frames.push(frame, 1)
    expect(dropped).toEqual([0])
    frames.push(1_000, MAX_WAITING_BYTES - MAX_WAITING_FRAMES + 3)
    expect(dropped).toEqual([0, 1, 2, 3])
    frames.push(1_001, MAX_WAITING_BYTES + 1)
    expect(dropped).toHaveLength(MAX_WAITING_FRAMES + 3)
  })

  test('one that fails stops none behind it', async () => {
    const { frames, gate, handled, failed, settled } = queue()
    gate.open = true
    for (const frame of [1, -2, 3]) frames.push(frame, 100)
    await settled()
    expect(handled).toEqual([1, 3])
    expect(failed).toEqual([new Error('-2')])
  })

  test('nothing happens after the end', async () => {
    const { frames, gate, handled, dropped } = queue()
    frames.push(1, 100)
    frames.close()
    gate.open = true
    await vi.advanceTimersByTimeAsync(FRAME_PATIENCE_MS)
    expect([handled, dropped]).toEqual([[], []])
  })
})
