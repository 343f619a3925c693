import { describe, expect, test } from 'vitest'
import { RESUME_GRACE_MS } from '../../../protocol/limits.ts'
import { PAGE_EDGE } from '../../../protocol/version.ts'
import { figuresAfterRefusal, newFigures } from '../../../worker/room/accounting/room-figures.ts'
import { lyon, RoomBench } from '../room-bench.ts'

type Act = (bench: RoomBench) => void

const come =
  (name: string): Act =>
  (bench) =>
    void bench.welcomed(name)

const idOf = (bench: RoomBench, name: string) => {
  const person = [...bench.state.peers.values()].find((peer) => peer.name === name)
  if (!person) throw new Error(`no ${name}`)
  return person
}

const leave =
  (name: string): Act =>
  (bench) =>
    void bench.ask(idOf(bench, name).id, { name: 'leave', params: {} })

const cut =
  (name: string): Act =>
  (bench) =>
    bench.input({ on: 'socket-closed', peer: idOf(bench, name).id, goingAway: false })

const back =
  (name: string): Act =>
  (bench) => {
    const { token } = idOf(bench, name)
    bench.join(name, { resume: { token, seq: bench.state.head.seq, media: 'kept' } })
    bench.settle()
  }

const reload =
  (name: string): Act =>
  (bench) => {
    const { token } = idOf(bench, name)
    bench.welcomed(name, { resume: { token, seq: bench.state.head.seq, media: 'gone' } })
  }

const waitOut: Act = (bench) => {
  bench.now += RESUME_GRACE_MS + 1
  bench.input({ on: 'alarm' })
}

const loseNode: Act = (bench) => {
  bench.input({ on: 'node-lost', node: lyon })
  bench.settle()
}

const joinAsAnotherVersion: Act = (bench) => void bench.join('Eve', { protocol: PAGE_EDGE.newest + 1 })

const lock =
  (name: string): Act =>
  (bench) =>
    void bench.ask(idOf(bench, name).id, { name: 'set-locked', params: { locked: true } })

describe('S1 a room counts', () => {
  test.each<[string, readonly Act[], { people: number; counts: Record<string, number> }]>([
    ['nothing while nobody comes', [waitOut], { people: 0, counts: {} }],
    ['who comes', [come('Ada')], { people: 1, counts: { people: 1, 'joins welcome': 1 } }],
    [
      'a conference with the second person',
      [come('Ada'), come('Ben')],
      { people: 2, counts: { people: 2, conferences: 1, 'joins welcome': 2 } },
    ],
    [
      'no other one with the third',
      [come('Ada'), come('Ben'), come('Cy')],
      { people: 3, counts: { people: 3, conferences: 1, 'joins welcome': 3 } },
    ],
    [
      'the same one while the room is not empty',
      [come('Ada'), come('Ben'), leave('Ben'), come('Ben')],
      { people: 2, counts: { people: 3, conferences: 1, 'joins welcome': 3 } },
    ],
    [
      'another one after it was',
      [come('Ada'), come('Ben'), leave('Ben'), leave('Ada'), come('Ada'), come('Ben')],
      { people: 2, counts: { people: 4, conferences: 2, 'joins welcome': 4 } },
    ],
    [
      'nobody twice who was cut off and is back',
      [come('Ada'), come('Ben'), cut('Ben'), back('Ben')],
      { people: 2, counts: { people: 2, conferences: 1, 'joins welcome': 2, 'joins resumed': 1 } },
    ],
    [
      'nobody twice who loaded the page again',
      [come('Ada'), come('Ben'), cut('Ben'), reload('Ben')],
      { people: 2, counts: { people: 2, conferences: 1, 'joins welcome': 3 } },
    ],
    [
      'who is cut off as present until the grace is over',
      [come('Ada'), come('Ben'), cut('Ben')],
      { people: 2, counts: { people: 2, conferences: 1, 'joins welcome': 2 } },
    ],
    [
      'and not any more afterwards',
      [come('Ada'), come('Ben'), cut('Ben'), waitOut],
      { people: 1, counts: { people: 2, conferences: 1, 'joins welcome': 2 } },
    ],
    [
      'joins that were figuresAfterRefusal, by their codes',
      [joinAsAnotherVersion, come('Ada'), lock('Ada'), (bench) => void bench.join('Eve')],
      {
        people: 1,
        counts: { people: 1, 'joins welcome': 1, 'joins unsupported-protocol': 1, 'joins room-locked': 1 },
      },
    ],
    [
      'requests that were figuresAfterRefusal, by their codes',
      [come('Ada'), come('Ben'), lock('Ben')],
      { people: 2, counts: { people: 2, conferences: 1, 'joins welcome': 2, 'refusals not-allowed': 1 } },
    ],
    [
      'each time its media is lost, once for all who are there',
      [come('Ada'), come('Ben'), loseNode, loseNode],
      { people: 2, counts: { people: 2, conferences: 1, 'joins welcome': 2, 'media-lost': 2 } },
    ],
  ])('%s', (_what, acts, expected) => {
    const bench = new RoomBench()
    for (const act of acts) act(bench)
    const { people, counts } = bench.figures
    expect({ people, counts }).toEqual(expected)
  })
})

test('S1 who knocks is no guest until they are in', () => {
  const bench = new RoomBench()
  const ada = bench.welcomed('Ada')
  bench.ask(ada.self, { name: 'set-lobby', params: { lobby: true } })
  bench.join('Ben')
  expect(bench.figures).toMatchObject({ people: 1, counts: { people: 1, 'joins waiting': 1 } })
})

test('S2 a tally holds numbers, and an id that says nothing', () => {
  const bench = new RoomBench()
  bench.welcomed('Ada')
  const another = new RoomBench()
  another.welcomed('Ada')
  expect(JSON.stringify(bench.figures)).not.toContain('Ada')
  expect(bench.figures.id).not.toBe(another.figures.id)
  expect(JSON.stringify(bench.figures)).not.toContain(bench.state.peers.keys().next().value)
})

test('a step without anything to count leaves the same tally, so that nothing is written', () => {
  const bench = new RoomBench()
  bench.welcomed('Ada')
  const before = bench.figures
  bench.input({ on: 'alarm' })
  expect(bench.figures).toBe(before)
})

test('a message that never became a step counts as well', () => {
  const once = figuresAfterRefusal(newFigures(), 'bad-message')
  expect(figuresAfterRefusal(once, 'bad-message').counts).toEqual({ 'refusals bad-message': 2 })
})
