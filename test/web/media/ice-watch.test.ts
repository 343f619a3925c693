import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { IceWatch } from '../../../web/core/media/transports/ice-watch.ts'

let done: string[]
let restart: () => Promise<void>
let watch: IceWatch

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  done = []
  restart = () => Promise.resolve()
  watch = new IceWatch(
    {
      restart: () => {
        done.push('restart')
        return restart()
      },
      giveUp: () => done.push('give up'),
    },
    { connectMs: 10_000, doubtMs: 2_000, restartMs: 8_000 },
  )
})

afterEach(() => {
  watch.close()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

test('a transport that comes back by itself is left alone', async () => {
  watch.handleState('disconnected')
  await vi.advanceTimersByTimeAsync(1_900)
  watch.handleState('connected')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(done).toEqual([])
})

test('one that does not is restarted, then given up', async () => {
  watch.handleState('disconnected')
  await vi.advanceTimersByTimeAsync(2_000)
  expect(done).toEqual(['restart'])
  await vi.advanceTimersByTimeAsync(8_000)
  expect(done).toEqual(['restart', 'give up'])
})

test('one that never connects is restarted, then given up, though no browser calls it failed', async () => {
  watch.handleState('connecting')
  await vi.advanceTimersByTimeAsync(9_900)
  expect(done).toEqual([])
  await vi.advanceTimersByTimeAsync(100)
  expect(done).toEqual(['restart'])
  await vi.advanceTimersByTimeAsync(8_000)
  expect(done).toEqual(['restart', 'give up'])
})

test('one that takes a while to connect is left alone', async () => {
  watch.handleState('connecting')
  await vi.advanceTimersByTimeAsync(9_900)
  watch.handleState('connected')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(done).toEqual([])
})

test('one that is lost while it connects is restarted as soon as any other', async () => {
  watch.handleState('connecting')
  watch.handleState('disconnected')
  await vi.advanceTimersByTimeAsync(2_000)
  expect(done).toEqual(['restart'])
})

test('one that comes and goes is restarted as soon as one that only went', async () => {
  watch.handleState('disconnected')
  await vi.advanceTimersByTimeAsync(1_000)
  watch.handleState('connecting')
  watch.handleState('disconnected')
  await vi.advanceTimersByTimeAsync(900)
  expect(done).toEqual([])
  await vi.advanceTimersByTimeAsync(100)
  expect(done).toEqual(['restart'])
})

test('one that failed is restarted at once, and once', async () => {
  watch.handleState('failed')
  watch.handleState('failed')
  expect(done).toEqual(['restart'])
})

test('a restart that helps is the end of it', async () => {
  watch.handleState('failed')
  await vi.advanceTimersByTimeAsync(100)
  watch.handleState('connected')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(done).toEqual(['restart'])
})

test('a precautionary restart of a transport that stays connected is not taken for a failure', async () => {
  watch.handleState('connected')
  watch.restart()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(done).toEqual(['restart'])
})

test('a restart that cannot be had is given up', async () => {
  restart = () => Promise.reject(new Error('no answer'))
  watch.handleState('failed')
  await vi.advanceTimersByTimeAsync(0)
  expect(done).toEqual(['restart', 'give up'])
})

test('a closed transport asks for nothing', async () => {
  watch.handleState('disconnected')
  watch.close()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(done).toEqual([])
})
