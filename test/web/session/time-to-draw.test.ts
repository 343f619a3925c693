import { signal } from '@preact/signals'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fold, INITIAL_STATE, type Input } from '../../../web/core/room-state/room-state.ts'
import { timeToDraw } from '../../../web/core/session/time-to-draw.ts'
import { FakeTrack } from '../capture/fake-track.ts'
import { peer, producer, session, welcome } from '../room-state/room-samples.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const bob = peer('bob', [producer('face', 'camera')])
const face = bob.producers.map(({ id }) => ({
  peer: bob.id,
  producer: id,
  kind: 'video' as const,
  track: new FakeTrack('face'),
  receiver: null,
}))
const welcomed = (...args: Parameters<typeof welcome>): Input => ({
  kind: 'welcome',
  welcome: welcome(...args),
})

/** A room that is being entered, and whether it was time to draw it after each of these inputs. */
async function drawnAfter(...inputs: Input[]): Promise<boolean[]> {
  const state = signal(INITIAL_STATE)
  let drawn = false
  void timeToDraw(state).then(() => {
    drawn = true
  })
  const found: boolean[] = []
  for (const input of inputs) {
    state.value = fold(state.value, input)
    await vi.advanceTimersByTimeAsync(0)
    found.push(drawn)
  }
  return found
}

test.each<[string, Input[], boolean[]]>([
  ['at once where nobody sends anything', [welcomed([peer('eve')], { media: session(1) })], [true]],
  ['at once where no node carries media', [welcomed([bob])], [true]],
  [
    'once what others send is negotiated',
    [
      welcomed([bob], { media: session(1) }),
      { kind: 'local', fact: 'link-changed', link: 'connecting' },
      { kind: 'local', fact: 'received-changed', received: face },
    ],
    [false, false, true],
  ],
  ['at once in the lobby', [{ kind: 'local', fact: 'lobby-entered' }], [true]],
  ['at once where one may not come in', [{ kind: 'local', fact: 'refused', code: 'room-full' }], [true]],
])('a room is drawn %s', async (_, inputs, expected) => {
  expect(await drawnAfter(...inputs)).toEqual(expected)
})

test('a room is drawn soon, though the edge does not answer', async () => {
  let drawn = false
  void timeToDraw(signal(INITIAL_STATE)).then(() => {
    drawn = true
  })
  await vi.advanceTimersByTimeAsync(150)
  expect(drawn).toBe(false)
  await vi.advanceTimersByTimeAsync(100)
  expect(drawn).toBe(true)
})
