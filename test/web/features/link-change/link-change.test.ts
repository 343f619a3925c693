import { signal } from '@preact/signals'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { ProtocolError } from '../../../../protocol/errors.ts'
import type { PeerId } from '../../../../protocol/ids.ts'
import type { RoomView } from '../../../../web/core/session/room-session.ts'
import { type LinkChange, linkChangeIn } from '../../../../web/features/link-change/link-change.ts'
import { whyNotChange } from '../../../../web/features/link-change/why-not.ts'
import { linkChange as words } from '../../../../web/features/link-change/words/en.ts'
import { person } from '../../people.ts'

const [me, ben] = [person('me', { self: true }), person('Ben')]
const refused = new ProtocolError('rate-limited', 'too many')

let asked: (PeerId | undefined)[]
let answer: PromiseWithResolvers<void>
let kept: number
let people: RoomView['people']
let control: LinkChange

beforeEach(() => {
  asked = []
  answer = Promise.withResolvers()
  kept = 0
  people = [me, ben]
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  const view = signal({} as RoomView)
  control = linkChangeIn(
    {
      view: { ...view, peek: () => ({ ...view.peek(), people }) } as typeof view,
      changeLink: ({ removing } = {}) => {
        asked.push(removing)
        return answer.promise
      },
    },
    () => {
      kept += 1
    },
  )
})

describe('D15 a moderator', () => {
  test('has the link changed once, however often they press', async () => {
    const first = control.change()
    await control.change()
    await control.remove(ben.id)
    expect([asked, control.busy.value]).toEqual([[undefined], true])
    answer.resolve()
    await first
    expect(control.busy.value).toBe(false)
  })

  test('is told where it is refused, and can try again', async () => {
    const first = control.change()
    answer.reject(refused)
    await expect(first).rejects.toBe(refused)
    answer = Promise.withResolvers()
    answer.resolve()
    await control.change()
    expect(asked).toEqual([undefined, undefined])
  })

  test('is told beside somebody whom they do not put out, and by a notice once that one is gone', async () => {
    const removing = control.remove(ben.id)
    answer.reject(refused)
    await expect(removing).rejects.toBe(refused)
    expect([asked, kept]).toEqual([[ben.id], 0])
    people = [me]
    await control.remove(ben.id)
    expect(kept).toBe(1)
  })
})

test('K40 says why the link cannot be changed, by whichever keys the room goes', () => {
  const why = (canChangeLink: boolean, linkKeysReason: RoomView['linkKeysReason']) =>
    whyNotChange({ canChangeLink, linkKeysReason }, words)
  expect(why(true, null)).toBeNull()
  expect(why(false, null)).toBe(words.why.beginning)
  expect(why(false, 'unkept')).toBe(words.why.unkept)
  expect(why(false, 'crowd')).toContain('100')
})
