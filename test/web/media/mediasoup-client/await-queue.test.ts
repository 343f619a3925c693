import { describe, expect, it } from 'vitest'
import { AwaitQueue } from '../../../../web/core/media/mediasoup-client/await-queue.ts'

describe('the queue that stands in for a package', () => {
  it('does one thing after the other, and gives what each gives', async () => {
    const queue = new AwaitQueue()
    const first = Promise.withResolvers<string>()
    const done: string[] = []
    const results = Promise.all([
      queue.push(async () => done.push(await first.promise)),
      queue.push(() => done.push('second')),
    ])
    await Promise.resolve()
    expect(done).toEqual([])
    first.resolve('first')
    expect(await results).toEqual([1, 2])
    expect(done).toEqual(['first', 'second'])
    expect(await queue.push(() => 'later')).toBe('later')
  })

  it('goes on after what fails, and tells who asked for it', async () => {
    const queue = new AwaitQueue()
    const [failed, next] = await Promise.allSettled([
      queue.push(() => Promise.reject(new Error('no'))),
      queue.push(() => 'next'),
    ])
    expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'no' } })
    expect(next).toEqual({ status: 'fulfilled', value: 'next' })
  })

  it('runs nothing that waited when it was stopped, and one at a time of what came after', async () => {
    const queue = new AwaitQueue()
    const [old, fresh] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const ran: string[] = []
    const stopped = Promise.allSettled([queue.push(() => old.promise), queue.push(() => ran.push('waited'))])
    queue.stop()
    expect((await stopped).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    const after = [
      queue.push(() => fresh.promise.then(() => ran.push('one'))),
      queue.push(() => ran.push('two')),
    ]
    // What ran when it was stopped ends only now: it begins nothing.
    old.resolve()
    await old.promise
    await Promise.resolve()
    expect(ran).toEqual([])
    fresh.resolve()
    await Promise.all(after)
    expect(ran).toEqual(['one', 'two'])
  })
})
