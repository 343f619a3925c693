import { describe, expect, test } from 'vitest'
import {
  type Arrangement,
  arrange,
  MOST_LIVE,
  type StageItem,
} from '../../../../../web/room/stage/layout/arrangement.ts'
import { idOf, person, screenOf } from '../../../people.ts'

const me = person('me', { self: true })
const [ada, ben, cy] = [person('ada'), person('ben'), person('cy')]
const WISHES = {
  layout: 'grid',
  pinned: null,
  hidesSelf: false,
  swapped: null,
  focus: ben.id,
  spoke: [],
} as const

const nameOf = (item: StageItem): string =>
  item.what === 'person' ? item.person.name : `${item.screen.name}’s screen`
const names = ({ large, small, corner }: Arrangement) => ({
  large: large.map(nameOf),
  small: small.map(nameOf),
  ...(corner && { corner: nameOf(corner) }),
})
const liveOf = ({ large, small }: Arrangement): string[] =>
  [...large, ...small].flatMap((item) => (item.what === 'person' && item.live ? item.person.name : []))

describe('who stands where', () => {
  test.each([
    ['grid', [], ['me', 'ada', 'ben', 'cy']],
    ['filmstrip', ['ben'], ['me', 'ada', 'cy']],
  ] as const)('in the layout %s', (layout, large, small) => {
    expect(names(arrange([me, ada, ben, cy], [], { ...WISHES, layout }))).toEqual({ large, small })
  })

  test('in the layout speaker, oneself is in the corner', () => {
    const alone = { ...WISHES, layout: 'speaker' } as const
    expect(names(arrange([me, ada, ben, cy], [], alone))).toEqual({ large: ['ben'], small: [], corner: 'me' })
    expect(names(arrange([me, ada, ben], [], { ...alone, hidesSelf: true }))).toEqual({
      large: ['ben'],
      small: [],
    })
  })

  test('of two people, the other is large and oneself in the corner, or the other way round', () => {
    for (const layout of ['grid', 'speaker'] as const) {
      const two = { ...WISHES, layout }
      expect(names(arrange([me, ben], [], two))).toEqual({ large: ['ben'], small: [], corner: 'me' })
      const swapped = { ...two, swapped: ben.id }
      expect(names(arrange([me, ben], [], swapped))).toEqual({ large: ['me'], small: [], corner: 'ben' })
      // Who is hidden is in no corner, and somebody else’s coming ends it.
      expect(names(arrange([me, ben], [], { ...two, hidesSelf: true }))).not.toHaveProperty('corner')
    }
    expect(names(arrange([me, ben], [], { ...WISHES, layout: 'filmstrip' }))).toEqual({
      large: ['ben'],
      small: ['me'],
    })
    const swapped = { ...WISHES, swapped: ben.id }
    expect(names(arrange([me, ada, ben], [], swapped))).toEqual({ large: [], small: ['me', 'ada', 'ben'] })
  })

  test('what is pinned, or shared by the other, comes before a meeting of two', () => {
    expect(names(arrange([me, ben], [], { ...WISHES, pinned: me.id }))).toEqual({
      large: ['me'],
      small: ['ben'],
    })
    expect(names(arrange([me, ben], [screenOf('ben')], WISHES))).toEqual({
      large: ['ben’s screen'],
      small: ['me', 'ben'],
    })
  })

  test('one’s own screen has no place, unless one pins it', () => {
    const own = screenOf('me', true)
    expect(names(arrange([me, ben], [own], WISHES))).toEqual({ large: ['ben'], small: [], corner: 'me' })
    expect(names(arrange([me, ben], [own], { ...WISHES, pinned: `screen-${me.id}` }))).toEqual({
      large: ['me’s screen'],
      small: ['me', 'ben'],
    })
  })

  test.each([
    ['grid', ['cy’s screen'], ['me', 'ada', 'ben', 'cy']],
    ['filmstrip', ['cy’s screen'], ['me', 'ada', 'ben', 'cy']],
    ['speaker', ['cy’s screen'], ['me', 'ben']],
  ] as const)('with screens, in the layout %s', (layout, large, small) => {
    const screens = [screenOf('me', true), screenOf('cy')]
    expect(names(arrange([me, ada, ben, cy], screens, { ...WISHES, layout }))).toEqual({ large, small })
  })

  test('what is pinned is alone large, whatever else there is', () => {
    const screens = [screenOf('cy')]
    const pinned = { ...WISHES, pinned: ada.id }
    expect(names(arrange([me, ada, ben], screens, pinned))).toEqual({
      large: ['ada'],
      small: ['cy’s screen', 'me', 'ben'],
    })
    // Who has left is not missed.
    expect(names(arrange([me, ben], [], pinned))).toEqual({ large: ['ben'], small: [], corner: 'me' })
  })

  test('oneself may be left out, but not when nobody else is there', () => {
    const hidden = { ...WISHES, hidesSelf: true }
    expect(names(arrange([me, ada], [], hidden)).small).toEqual(['ada'])
    expect(names(arrange([me], [], hidden)).small).toEqual(['me'])
  })

  test('one person is not large beside nobody', () => {
    expect(names(arrange([me], [], { ...WISHES, layout: 'speaker', focus: me.id }))).toEqual({
      large: [],
      small: ['me'],
    })
  })
})

test('M12 whoever has the large place, or is pinned, comes before the others in every layout', () => {
  const ranks = (wishes: Partial<Parameters<typeof arrange>[2]>) => {
    const { large, small } = arrange([me, ada, ben, cy], [], { ...WISHES, ...wishes })
    return [...large, ...small].flatMap((item) =>
      item.what === 'person' && item.priority === 'speaker' ? item.person.name : [],
    )
  }
  expect(ranks({})).toEqual(['ben'])
  expect(ranks({ layout: 'filmstrip' })).toEqual(['ben'])
  expect(ranks({ pinned: cy.id })).toEqual(['cy', 'ben'])
})

describe('who is received', () => {
  const crowd = Array.from({ length: 40 }, (_, index) => person(`p${String(index).padStart(2, '0')}`))

  test('everybody, in a room that is not large', () => {
    const few = crowd.slice(0, MOST_LIVE)
    expect(liveOf(arrange([me, ...few], [], WISHES))).toHaveLength(MOST_LIVE + 1)
  })

  test('in a large one: whoever is pinned, is looked at, or spoke last, then who came first', () => {
    const wishes = { ...WISHES, pinned: idOf('p39'), focus: idOf('p38'), spoke: [idOf('p37'), idOf('p36')] }
    const live = liveOf(arrange([me, ...crowd], [], wishes))
    expect(live).toHaveLength(MOST_LIVE + 1)
    expect(live).toEqual(
      expect.arrayContaining(['me', 'p39', 'p38', 'p37', 'p36', 'p00', `p${MOST_LIVE - 5}`]),
    )
    expect(live).not.toContain(`p${MOST_LIVE - 4}`)
  })

  test('cameras that are off take no place', () => {
    const dark = crowd.map((each, index) => (index < 30 ? { ...each, camera: null } : each))
    expect(liveOf(arrange([me, ...dark], [], WISHES))).toHaveLength(41)
  })
})
