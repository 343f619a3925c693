import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import type { ErrorCode } from '../../../protocol/errors.ts'
import { TransportId } from '../../../protocol/ids.ts'
import { MAX_PRODUCERS_PER_PEER } from '../../../protocol/limits.ts'
import type { NodeOutcome } from '../../../protocol/node-edge/requests.ts'
import { meetWithOneVoice, produceFrom } from '../produce-from.ts'
import { RoomBench } from '../room-bench.ts'
import { watchConsumed } from '../watch-consumed.ts'

describe('producers', () => {
  test('P1 everybody else is told, each with their own consumer', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    const ben = room.welcomed('Ben')
    const cy = room.welcomed('Cy', { rtpCapabilities: null })
    const { producer } = produceFrom(room, ada.self)
    room.settle()
    const told = room.told()
    expect(told.map(({ audience }) => audience)).toEqual([{ only: ben.self }, { only: cy.self }])
    expect(told[0]?.event).toMatchObject({
      peer: ada.self,
      producer: { id: producer },
      consumer: { producer },
    })
    expect(told[1]?.event).toMatchObject({ consumer: null })
  })

  test('M13 a picture awaits the pages of those whose session has begun, and comes at once into those that begin', () => {
    const room = new RoomBench()
    const consumed = watchConsumed(room)
    const [ada, ben] = [room.welcomed('Ada'), room.welcomed('Ben')]
    const { producer } = produceFrom(room, ada.self, { source: 'camera' })
    room.settle()
    const cy = room.welcomed('Cy')
    expect(consumed).toEqual([
      { op: 'consume', transport: ben.media?.receive.id, producer, awaitsView: true },
      { op: 'consume', transport: cy.media?.receive.id, producer },
    ])
  })

  test('P1 the same producer twice is one producer; another’s id is refused', () => {
    const { room, ada, ben, producer } = meetWithOneVoice()
    const again = produceFrom(room, ada.self, { producer })
    expect(room.take('answer')).toMatchObject([{ request: again.request }])
    expect(room.open).toEqual([])
    produceFrom(room, ben.self, { producer })
    expect(room.take('refuse')).toMatchObject([{ error: { code: 'not-allowed' } }])
  })

  test.each<[what: string, outcome: NodeOutcome, code: ErrorCode]>([
    [
      'that cannot be carried',
      { outcome: 'failed', code: 'media-unsupported', message: 'no' },
      'media-unsupported',
    ],
    [
      'that the node has from elsewhere',
      { outcome: 'failed', code: 'producer-id-taken', message: 'no' },
      'producer-id-taken',
    ],
    [
      'of which the node tells nonsense',
      { outcome: 'failed', code: 'removed', message: 'no' },
      'media-failed',
    ],
    [
      'that is answered as something else',
      {
        outcome: 'ice-restarted',
        transport: v.parse(TransportId, 'some-transport'),
        iceParameters: { usernameFragment: 'frag', password: 'p'.repeat(22) },
      },
      'bad-node-answer',
    ],
  ])('P1 a source %s is refused with what its page can do about it', (_what, outcome, code) => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    produceFrom(room, ada.self)
    const [question] = room.open
    if (!question) throw new Error('the node was not asked')
    room.input({ on: 'node-answered', pending: question.pending, outcomes: [outcome] })
    expect(room.take('refuse')).toMatchObject([{ error: { code } }])
  })

  test('P1 what the node refuses is refused, and nobody hears of it', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    room.welcomed('Ben')
    produceFrom(room, ada.self)
    const [question] = room.open
    room.take('ask-node')
    if (!question) throw new Error('the node was not asked')
    room.input({
      on: 'node-answered',
      pending: question.pending,
      outcomes: [{ outcome: 'failed', code: 'media-failed', message: 'unsupported codec' }],
    })
    expect(room.take('refuse')).toMatchObject([
      { error: { code: 'media-failed', message: 'unsupported codec' } },
    ])
    expect(room.state.peers.get(ada.self)?.producers).toEqual([])
  })

  test('P1 one person has at most so many', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    for (let i = 0; i <= MAX_PRODUCERS_PER_PEER; i += 1) produceFrom(room, ada.self)
    expect(room.take('refuse')).toMatchObject([{ error: { code: 'not-allowed' } }])
  })

  test('P2 muting is told to the others, once', () => {
    const { room, ada, producer } = meetWithOneVoice()
    room.ask(ada.self, { name: 'set-producer-paused', params: { producer, paused: true } })
    room.ask(ada.self, { name: 'set-producer-paused', params: { producer, paused: true } })
    expect(room.told()).toEqual([
      {
        audience: { except: ada.self },
        event: { event: 'producer-changed', peer: ada.self, producer, paused: true },
      },
    ])
  })

  test('P2 nobody mutes with another’s producer', () => {
    const { room, ada, ben, producer } = meetWithOneVoice()
    room.ask(ben.self, { name: 'set-producer-paused', params: { producer, paused: true } })
    expect(room.take('refuse')).toMatchObject([{ error: { code: 'not-found' } }])
    expect(room.state.peers.get(ada.self)?.producers[0]?.paused).toBe(false)
  })

  test('P3 closing is told, and closing again is no error', () => {
    const { room, ada, producer } = meetWithOneVoice()
    room.ask(ada.self, { name: 'close-producer', params: { producer } })
    room.ask(ada.self, { name: 'close-producer', params: { producer } })
    expect(room.told().map(({ event }) => event.event)).toEqual(['producer-removed'])
  })
})
