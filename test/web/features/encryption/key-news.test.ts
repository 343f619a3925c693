import { type Signal, signal } from '@preact/signals'
import * as v from 'valibot'
import { beforeEach, describe, expect, test } from 'vitest'
import { DisplayName } from '../../../../protocol/names/display-name.ts'
import type { KeysInUse } from '../../../../web/core/room-state/room-state.ts'
import type { RoomView, SessionEvent } from '../../../../web/core/session/room-session.ts'
import { KeyWatch } from '../../../../web/features/encryption/key-news/key-news.ts'
import type { KeyNews } from '../../../../web/features/notices/own-notices.ts'
import { person } from '../../people.ts'

type KeyView = KeysInUse & Pick<RoomView, 'people' | 'constantRate'>

const me = person('me', { self: true })
const [ada, ben, cy] = ['Ada', 'Ben', 'Cy'].map((name) => person(name))
if (!ada || !ben || !cy) throw new Error('nobody is there')

const epoch = (number: number): Uint8Array => new Uint8Array(32).fill(number)
const OF_GROUP = { encryption: 'group', linkKeysReason: null, keepsOut: true } as const
const OF_LINK = { encryption: 'link', epochAuthenticator: null, keepsOut: false } as const

let view: Signal<KeyView>
let told: KeyNews[]
let happens: (event: SessionEvent) => void
let end: () => void

beforeEach(() => {
  view = signal({ ...OF_GROUP, epochAuthenticator: epoch(1), people: [me, ada, ben], constantRate: false })
  told = []
  new KeyWatch(
    {
      view,
      listen: (hear) => {
        happens = hear
        return () => {
          happens = () => {}
        }
      },
      whenOver: (stop) => {
        end = stop
      },
    },
    (news) => told.push(news),
  )
})

const becomes = (changes: Partial<KeyView>): void => {
  view.value = { ...view.peek(), ...changes }
}

function leaves(who: typeof ada & {}, removed: boolean): void {
  becomes({ people: view.peek().people.filter(({ id }) => id !== who.id) })
  happens({ event: 'peer-left', peer: who.id, ...(removed && { removed: true }) })
}

function comes(who: typeof ada & {}): void {
  becomes({ people: [...view.peek().people, who] })
  happens({
    event: 'peer-joined',
    peer: {
      id: who.id,
      name: v.parse(DisplayName, who.name),
      role: 'participant',
      creator: false,
      producers: [],
    },
  })
}

describe('J15 who was put out', () => {
  test('can follow nothing, and that is said when nobody has the keys any more who was', () => {
    becomes({ keepsOut: false })
    leaves(ben, true)
    expect(told).toEqual([])
    // Somebody else came.
    becomes({ epochAuthenticator: epoch(2) })
    expect(told).toEqual([])
    becomes({ epochAuthenticator: epoch(3), keepsOut: true })
    expect(told).toEqual([{ what: 'put-out', names: ['Ben'], followNothing: true }])
    becomes({ epochAuthenticator: epoch(4) })
    expect(told).toHaveLength(1)
  })

  test('and never had the keys, can follow nothing at once', () => {
    leaves(ben, true)
    expect(told).toEqual([{ what: 'put-out', names: ['Ben'], followNothing: true }])
  })

  test('is told with the others', () => {
    becomes({ keepsOut: false })
    leaves(ben, true)
    leaves(ada, true)
    becomes({ epochAuthenticator: epoch(2), keepsOut: true })
    expect(told).toEqual([{ what: 'put-out', names: ['Ben', 'Ada'], followNothing: true }])
  })

  test('still has the key where it is that of the link', () => {
    becomes({ ...OF_LINK, linkKeysReason: 'crowd' })
    told.length = 0
    leaves(ben, true)
    expect(told).toEqual([{ what: 'put-out', names: ['Ben'], followNothing: false }])
  })

  test('still has it where the room goes over to that of the link before', () => {
    becomes({ keepsOut: false })
    leaves(ben, true)
    becomes({ ...OF_LINK, linkKeysReason: 'unkept' })
    expect(told).toEqual([
      { what: 'put-out', names: ['Ben'], followNothing: false },
      { what: 'keys-of-link-unkept' },
    ])
  })

  test('is told apart from whoever leaves', () => {
    leaves(ben, false)
    becomes({ epochAuthenticator: epoch(2) })
    expect(told).toEqual([])
  })
})

describe('J15 whoever comes', () => {
  test('gets nothing of what was said before, and that is said when another epoch has begun', () => {
    comes(cy)
    expect(told).toEqual([])
    becomes({ epochAuthenticator: epoch(2) })
    expect(told).toEqual([{ what: 'keys-since', names: ['Cy'] }])
  })

  test('is no news where nobody talked before, nor where many are', () => {
    becomes({ people: [me] })
    comes(ada)
    becomes({ epochAuthenticator: epoch(2) })
    becomes({ people: [me, ...Array.from({ length: 5 }, (_, at) => person(`p${at}`))] })
    comes(cy)
    becomes({ epochAuthenticator: epoch(3) })
    expect(told).toEqual([])
  })

  test('is none where the same keys come again in another array', () => {
    comes(cy)
    becomes({ epochAuthenticator: epoch(1) })
    expect(told).toEqual([])
  })

  test('and goes again is none', () => {
    comes(cy)
    leaves(cy, false)
    becomes({ epochAuthenticator: epoch(2) })
    expect(told).toEqual([])
  })
})

describe('J15 by which keys the room goes', () => {
  test('is no news while its people are still agreeing, and is when it changes', () => {
    becomes({ ...OF_LINK, linkKeysReason: 'crowd' })
    becomes({ ...OF_GROUP, epochAuthenticator: epoch(2) })
    expect(told).toEqual([{ what: 'keys-of-link-crowd' }, { what: 'keys-of-group' }])
    told.length = 0
    becomes({ ...OF_LINK, linkKeysReason: 'beginning' })
    becomes({ ...OF_GROUP, epochAuthenticator: epoch(3) })
    expect(told).toEqual([])
  })

  test('and nothing is when one is in the room no longer', () => {
    end()
    leaves(ben, true)
    becomes({ ...OF_LINK, linkKeysReason: 'crowd' })
    expect(told).toEqual([])
  })
})

describe('K40 another link', () => {
  test('is told with the name of whoever wished for it, also where that was oneself, or they have left since', () => {
    happens({ event: 'link-changed', by: ben.id })
    happens({ event: 'link-changed', by: me.id })
    happens({ event: 'link-changed', by: null })
    leaves(ada, false)
    happens({ event: 'link-changed', by: ada.id })
    expect(told).toEqual([
      { what: 'keys-new-link', own: false, by: 'Ben' },
      { what: 'keys-new-link', own: true, by: me.name },
      { what: 'keys-new-link', own: false, by: null },
      { what: 'keys-new-link', own: false, by: null },
    ])
  })
})

describe('K28 voices at a constant rate', () => {
  test('are told of when the room asks for them, and when it does no longer', () => {
    becomes({ constantRate: true })
    becomes({ people: [me, ada] })
    becomes({ constantRate: false })
    expect(told).toEqual([{ what: 'rate-constant' }, { what: 'rate-own' }])
  })

  test('are no news to whoever comes, nor where nothing is encrypted', () => {
    becomes({ people: [] })
    becomes({ people: [me, ada], constantRate: true })
    becomes({ encryption: 'none' })
    becomes({ constantRate: false })
    expect(told).toEqual([])
  })
})
