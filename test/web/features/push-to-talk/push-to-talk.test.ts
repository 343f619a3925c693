import { signal } from '@preact/signals'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { CaptureState } from '../../../../web/core/capture/local-media.ts'
import { PushToTalk, TALK_TAIL_MS } from '../../../../web/features/push-to-talk/push-to-talk.ts'
import { OFF } from '../../capture/off.ts'

/** A microphone that obeys, and remembers what it was told. */
function microphoneThatIs(state: Partial<CaptureState>) {
  const microphone = signal<CaptureState>({ ...OFF, ...state })
  const told: boolean[] = []
  const setMicrophone = async (on: boolean): Promise<void> => {
    told.push(on)
    microphone.value = { ...microphone.value, wanted: on, problem: null }
  }
  return { microphone, setMicrophone, told }
}

beforeEach(() => {
  vi.useFakeTimers()
  return () => vi.useRealTimers()
})

describe('somebody muted', () => {
  test('is heard while it is held, and a moment longer', () => {
    const voice = microphoneThatIs(OFF)
    const talk = new PushToTalk(voice)
    talk.press()
    expect(voice.told).toEqual([true])
    expect(talk.talking.value).toBe(true)
    talk.release()
    expect(talk.talking.value).toBe(false)
    vi.advanceTimersByTime(TALK_TAIL_MS - 1)
    expect(voice.microphone.value.wanted).toBe(true)
    vi.advanceTimersByTime(1)
    expect(voice.told).toEqual([true, false])
  })

  test('who holds it again before the moment is over goes on, and is muted after all', () => {
    const voice = microphoneThatIs(OFF)
    const talk = new PushToTalk(voice)
    talk.press()
    talk.release()
    vi.advanceTimersByTime(TALK_TAIL_MS / 2)
    talk.press()
    vi.advanceTimersByTime(TALK_TAIL_MS * 10)
    expect(voice.microphone.value.wanted).toBe(true)
    talk.release()
    vi.advanceTimersByTime(TALK_TAIL_MS)
    expect(voice.microphone.value.wanted).toBe(false)
  })

  test('a microphone that had a problem is tried again', () => {
    const voice = microphoneThatIs({ wanted: true, problem: 'busy' })
    new PushToTalk(voice).press()
    expect(voice.told).toEqual([true])
  })

  test.each(['held', 'let go a moment ago'])('is muted at once when the room closes: %s', (how) => {
    const voice = microphoneThatIs(OFF)
    const talk = new PushToTalk(voice)
    talk.press()
    if (how !== 'held') talk.release()
    talk.stop()
    expect(voice.microphone.value.wanted).toBe(false)
    vi.advanceTimersByTime(TALK_TAIL_MS * 2)
    expect(voice.told).toEqual([true, false])
  })
})

test('somebody who is heard anyway stays so', () => {
  const voice = microphoneThatIs({ wanted: true })
  const talk = new PushToTalk(voice)
  talk.press()
  expect(talk.talking.value).toBe(false)
  talk.release()
  vi.advanceTimersByTime(TALK_TAIL_MS * 2)
  expect(voice.told).toEqual([])
})

test('letting go without having held it does nothing', () => {
  const voice = microphoneThatIs(OFF)
  const talk = new PushToTalk(voice)
  talk.release()
  talk.stop()
  vi.advanceTimersByTime(TALK_TAIL_MS * 2)
  expect(voice.told).toEqual([])
})
