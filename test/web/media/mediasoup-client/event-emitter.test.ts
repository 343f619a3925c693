import { describe, expect, it } from 'vitest'
import { EventEmitter } from '../../../../web/core/media/mediasoup-client/event-emitter.ts'

describe('the emitter that stands in for Node’s', () => {
  it('tells whoever listens, in order, with all that is said', () => {
    const emitter = new EventEmitter()
    const heard: unknown[] = []
    emitter.on('said', (...words) => heard.push(['first', ...words]))
    emitter.on('said', (...words) => heard.push(['second', ...words]))
    expect(emitter.emit('said', 1, 'two')).toBe(true)
    expect(emitter.emit('other')).toBe(false)
    expect(heard).toEqual([
      ['first', 1, 'two'],
      ['second', 1, 'two'],
    ])
  })

  it('tells nobody who stopped listening, and whoever began while it told the next time only', () => {
    const emitter = new EventEmitter()
    const heard: string[] = []
    const late = (): void => void heard.push('late')
    const first = (): void => {
      heard.push('first')
      emitter.off('said', first).on('said', late)
    }
    emitter.on('said', first)
    emitter.emit('said')
    expect(heard).toEqual(['first'])
    emitter.emit('said')
    expect(heard).toEqual(['first', 'late'])
    expect(emitter.listeners('said')).toEqual([late])
  })

  it('forgets all of an event, or all', () => {
    const emitter = new EventEmitter()
    const listener = (): void => {}
    emitter.on('one', listener).on('one', listener).on('two', listener)
    emitter.removeAllListeners('one')
    expect([emitter.listenerCount('one'), emitter.listenerCount('two')]).toEqual([0, 1])
    emitter.removeAllListeners()
    expect(emitter.listenerCount('two')).toBe(0)
  })
})
