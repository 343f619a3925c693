import { describe, expect, test } from 'vitest'
import { ObjectRef } from '../../worker/durable-objects.ts'

/** An error as the platform marks it. */
const failing = (marks: object, message = 'it broke'): Error => Object.assign(new Error(message), marks)

/** An object whose first calls fail with these, and whose stubs stay broken once they have failed. */
function unsteady(...failures: readonly Error[]) {
  const left = [...failures]
  const waits: number[] = []
  let stubs = 0
  const newStub = () => {
    stubs += 1
    let broken: Error | undefined
    return {
      answer: async (): Promise<string> => {
        broken ??= left.shift()
        if (broken) throw broken
        return 'yes'
      },
    }
  }
  const ref = new ObjectRef<ReturnType<typeof newStub>, 'answer'>(newStub, {
    random: () => 0.5,
    wait: async (ms) => void waits.push(ms),
  })
  return { ref, waits, stubs: () => stubs }
}

describe('a call to a Durable Object', () => {
  test('is made again, each time by a new stub and later, where the platform says that this may help', async () => {
    const { ref, waits, stubs } = unsteady(failing({ retryable: true }), failing({ retryable: true }))
    expect(await ref.repeat((object) => object.answer())).toBe('yes')
    expect(stubs()).toBe(3)
    expect(waits).toEqual([50, 100])
  })

  test('that fails for good has been made four times, and fails as it did first', async () => {
    const failures = [1, 2, 3, 4, 5].map((time) => failing({ retryable: true }, `failed ${time}`))
    const { ref, waits, stubs } = unsteady(...failures)
    await expect(ref.repeat((object) => object.answer())).rejects.toThrow('failed 1')
    expect(stubs()).toBe(4)
    expect(waits).toEqual([50, 100, 200])
  })

  test.each([
    ['overloaded', failing({ overloaded: true })],
    ['overloaded, whatever else it says', failing({ retryable: true, overloaded: true })],
    ['an error of its own', failing({ remote: true })],
    ['no reason to try again', failing({ retryable: false })],
  ])('is not made again where it fails with %s', async (_what, thrown) => {
    const { ref, waits, stubs } = unsteady(thrown)
    await expect(ref.repeat((object) => object.answer())).rejects.toBe(thrown)
    expect(stubs()).toBe(1)
    expect(waits).toEqual([])
  })

  test('that has become overloaded meanwhile is given up', async () => {
    const { ref, stubs } = unsteady(failing({ retryable: true }), failing({ overloaded: true }))
    await expect(ref.repeat((object) => object.answer())).rejects.toThrow('it broke')
    expect(stubs()).toBe(2)
  })

  test('that must not arrive twice is made once', async () => {
    const { ref, stubs } = unsteady(failing({ retryable: true }))
    await expect(ref.once((object) => object.answer())).rejects.toThrow('it broke')
    expect(stubs()).toBe(1)
  })
})
