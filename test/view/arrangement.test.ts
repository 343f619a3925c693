import { describe, expect, test } from 'vitest'
import { type Arrangement, arrange, MOST_LIVE, type StageItem } from '../../web/view/stage/arrangement.ts'
import { idOf, person, screenOf } from './people.ts'

const me = person('me', { self: true })
const [ada, ben, cy] = [person('ada'), person('ben'), person('cy')]
const WISHES = { layout: 'grid', pinned: null, hidesSelf: false, focus: ben.id, spoke: [] } as const

const nameOf = (item: StageItem): string =>
  item.what === 'person' ? item.person.name : `${item.screen.name}’s screen`
const names = ({ large, small }: Arrangement) => ({ large: large.map(nameOf), small: small.map(nameOf) })
const liveOf = ({ large, small }: Arrangement): string[] =>
  [...large, ...small].flatMap((item) => (item.what === 'person' && item.live ? item.person.name : []))

describe('who stands where', () => {
  test.each([
    ['grid', [], ['me', 'ada', 'ben', 'cy']],
    ['filmstrip', ['ben'], ['me', 'ada', 'cy']],
    ['speaker', ['ben'], ['me']],
  ] as const)('in the layout %s', (layout, large, small) => {
    expect(names(arrange([me, ada, ben, cy], [], { ...WISHES, layout }))).toEqual({ large, small })
  })

  test.each([
    ['grid', ['cy’s screen'], ['me’s screen', 'me', 'ada', 'ben', 'cy']],
    ['filmstrip', ['cy’s screen'], ['me’s screen', 'me', 'ada', 'ben', 'cy']],
    ['speaker', ['cy’s screen'], ['me’s screen', 'me', 'ben']],
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
    expect(names(arrange([me, ben], [], pinned))).toEqual({ large: [], small: ['me', 'ben'] })
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
      item.what === 'person' && item.rank === 'speaker' ? item.person.name : [],
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
