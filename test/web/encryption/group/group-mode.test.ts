import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { GroupMode } from '../../../../web/core/encryption/group/group-mode.ts'
import { newStay, type Stay } from '../../../../web/core/encryption/stay.ts'

const PEOPLE = Array.from({ length: 12 }, newStay)
const first = (count: number): ReadonlySet<Stay> => new Set(PEOPLE.slice(0, count))

let said: string[]
let mode: GroupMode

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  said = []
  mode = new GroupMode(
    {
      useKeys: (keys, acceptsLink) => said.push(`${keys}${acceptsLink ? ' or link' : ''}`),
      keepGroup: (keeps) => said.push(keeps ? 'in' : 'out'),
    },
    { most: 10, returnBelow: 8 },
  )
})

afterEach(() => {
  mode.close()
  vi.useRealTimers()
})

describe('K35 by which keys media goes', () => {
  test('nothing is sent before one is in the group; then by its keys', () => {
    mode.count(first(3))
    expect(said).toEqual([])
    mode.entered(first(3))
    expect(said).toEqual(['group'])
    expect(mode.mode).toBe('group')
  })

  test('one too many: by those of the link, and no group is kept', () => {
    mode.count(first(4))
    mode.entered(first(4))
    mode.count(first(10))
    mode.entered(first(10))
    expect(said).toEqual(['group', 'group or link'])
    mode.count(first(11))
    mode.count(first(12))
    expect(said.slice(2)).toEqual(['out', 'link or link'])
    expect(mode.mode).toBe('crowd')
  })

  test('a crowd that shrinks is a group again below a lower limit, when all are in it', () => {
    mode.count(first(11))
    mode.count(first(8))
    expect(said).toEqual(['out', 'link or link'])
    mode.count(first(7))
    expect(said.slice(2)).toEqual(['in'])
    mode.entered(first(6))
    expect(mode.mode).toBe('returning')
    mode.entered(first(7))
    expect(said.slice(3)).toEqual(['group'])
    expect(mode.mode).toBe('group')
  })

  test('or after ten seconds, where somebody does not come in', () => {
    mode.count(first(11))
    mode.count(first(7))
    mode.entered(first(6))
    vi.advanceTimersByTime(9_999)
    expect(mode.mode).toBe('returning')
    vi.advanceTimersByTime(1)
    expect(said.at(-1)).toBe('group')
  })

  test('the ten seconds begin anew where more came in between', () => {
    mode.count(first(11))
    mode.count(first(7))
    mode.entered(first(6))
    vi.advanceTimersByTime(9_000)
    mode.count(first(8))
    mode.count(first(7))
    vi.advanceTimersByTime(9_999)
    expect(mode.mode).toBe('returning')
  })

  test('who comes into a room that may have been a crowd sends as one until all are in the group', () => {
    mode.count(first(9))
    mode.entered(first(5))
    expect(said).toEqual(['link or link'])
    vi.advanceTimersByTime(60_000)
    expect(said).toEqual(['link or link'])
    mode.entered(first(9))
    expect(said.slice(1)).toEqual(['group or link'])
    mode.count(first(7))
    expect(said.slice(2)).toEqual(['group'])
  })

  test('who comes into a room that may be coming back hears both for a while', () => {
    mode.count(first(5))
    mode.entered(first(5))
    expect(said).toEqual(['group or link', 'group'])
  })

  test('where no group can be kept it is the link, whatever comes', () => {
    mode.count(first(3))
    mode.entered(first(3))
    mode.giveUp()
    mode.entered(first(3))
    mode.count(first(2))
    expect(said).toEqual(['group', 'link or link'])
    expect(mode.mode).toBe('unkept')
  })
})
