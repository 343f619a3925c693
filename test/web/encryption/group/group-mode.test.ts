import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { GROUP_RETURN_PEERS, MAX_GROUP_PEERS } from '../../../../protocol/limits.ts'
import { GroupMode, type GroupModeHost } from '../../../../web/core/encryption/group/group-mode.ts'
import { newStay, type Stay } from '../../../../web/core/encryption/stay.ts'

const PEOPLE = Array.from({ length: MAX_GROUP_PEERS + 1 }, newStay)
const first = (count: number): ReadonlySet<Stay> => new Set(PEOPLE.slice(0, count))

let said: string[]
let mode: GroupMode
const host: GroupModeHost = {
  useKeys: (keys, acceptsLink) => said.push(`${keys}${acceptsLink ? ' or link' : ''}`),
  keepGroup: (keeps) => said.push(keeps ? 'in' : 'out'),
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  said = []
  mode = new GroupMode(host, { most: 10, returnBelow: 8 })
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

  test('whoever is not in the group themselves does not go by its keys after that, and waits anew once they are', () => {
    mode.count(first(11))
    mode.count(first(7))
    vi.advanceTimersByTime(10_000)
    expect(mode.mode).toBe('returning')
    mode.entered(first(6))
    vi.advanceTimersByTime(9_999)
    expect(mode.mode).toBe('returning')
    vi.advanceTimersByTime(1)
    expect(mode.mode).toBe('group')
  })

  test.each<[string, () => void, string]>([
    ['where it is a crowd again', () => mode.count(first(11)), 'crowd'],
    ['where no group can be kept', () => mode.giveUp(), 'unkept'],
    ['where all are in it', () => mode.entered(first(7)), 'group'],
    ['of a page that has left', () => mode.close(), 'returning'],
  ])('nobody waits any more %s', (_where, happens, becomes) => {
    mode.count(first(11))
    mode.count(first(7))
    mode.entered(first(6))
    expect(vi.getTimerCount()).toBe(1)
    happens()
    expect(vi.getTimerCount()).toBe(0)
    expect(mode.mode).toBe(becomes)
  })

  test('a hundred are a group, one more are a crowd, and fewer than ninety a group again', () => {
    mode = new GroupMode(host)
    mode.count(first(GROUP_RETURN_PEERS - 1))
    mode.entered(first(GROUP_RETURN_PEERS - 1))
    mode.count(first(MAX_GROUP_PEERS))
    expect(mode.mode).toBe('group')
    mode.count(first(MAX_GROUP_PEERS + 1))
    mode.count(first(GROUP_RETURN_PEERS))
    expect(mode.mode).toBe('crowd')
    mode.count(first(GROUP_RETURN_PEERS - 1))
    expect(mode.mode).toBe('group')
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
    for (const count of [2, 11, 7]) mode.count(first(count))
    expect(said).toEqual(['group', 'link or link'])
    expect(mode.mode).toBe('unkept')
  })
})
