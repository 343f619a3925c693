import { expect, test } from 'vitest'
import type { RoomMessage } from '../../../protocol/page-edge/messages.ts'
import type { OpenedMessage } from '../../../web/core/encryption/opened.ts'
import { draws } from '../../support/draws.ts'
import { everyone, sealedRoom } from './sealed-room.ts'

const KINDS = ['chat', 'hand', 'poll', 'vote', 'notes', 'reaction', 'consent'] as const

/** What an edge does to what it carries, message by message: it has all that was said so far. */
type Lie = (message: RoomMessage, before: readonly RoomMessage[], draw: () => number) => RoomMessage[]

const anyOf = <Item>(items: readonly Item[], draw: () => number): Item | undefined =>
  items[Math.floor(draw() * items.length)]

const LIES: readonly Lie[] = [
  (message) => [message],
  (message) => [message],
  () => [],
  (message) => [message, message],
  (message, before, draw) => [message, ...[anyOf(before, draw)].filter((each) => each !== undefined)],
  (message, before, draw) => [{ ...message, from: anyOf(before, draw)?.from ?? message.from }],
  (message, before, draw) => [{ ...message, name: anyOf(before, draw)?.name ?? message.name }],
  (message, before, draw) => [{ ...message, payload: anyOf(before, draw)?.payload ?? message.payload }],
  (message, _, draw) => [{ ...message, kind: anyOf(KINDS, draw) ?? message.kind }],
  (message, before, draw) => [{ ...message, id: anyOf(before, draw)?.id ?? message.id }],
  (message, before, draw) => {
    const other = anyOf(before, draw)
    return other ? [{ ...other, id: message.id }] : [message]
  },
  (message) => [{ ...message, addressee: { to: 'moderators' } }],
  (message) => [{ ...message, payload: 'plain' }],
]

/** What stays the same of a message, whatever number it has: who said what, and to whom. */
const said = ({ from, kind, payload }: Pick<RoomMessage, 'from' | 'kind'> & { payload: unknown }): string =>
  [from, kind, payload].join(' ')

test.each(Array.from({ length: 60 }, (_, index) => 1_000 + index))(
  'K4 whatever an edge does, each message is heard once at most, as it was said, in the order of its sender (seed %i)',
  async (seed) => {
    const draw = draws(seed)
    const room = await sealedRoom()
    await room.welcome()
    const spoken: string[] = []
    const wire: RoomMessage[] = []
    /** What listeners are told, and what the log of the room has: the first message of each number. */
    const heard: OpenedMessage[] = []
    const log = new Map<number, OpenedMessage>()
    let honest = true
    for (let id = 1; id <= 40; id += 1) {
      const sender = anyOf([room.ada, room.ben], draw) ?? room.ada
      const kind = anyOf(KINDS, draw) ?? 'chat'
      const message = await sender.say(id, `words ${id}`, { kind, addressee: everyone })
      spoken.push(said({ ...message, payload: `words ${id}` }))
      const lie = anyOf(LIES, draw)
      const told = lie ? lie(message, wire, draw) : []
      honest &&= told.length === 1 && told[0] === message
      wire.push(message)
      const byHistory = draw() < 0.2
      for (const each of told) {
        const opened = byHistory ? (await room.opening.history([each]))[0] : await room.hear(each)
        if (opened && !byHistory) heard.push(opened)
        if (opened && !log.has(opened.id)) log.set(opened.id, opened)
      }
    }
    for (const words of [heard.map(said), [...log.values()].map(said)]) {
      expect(words.filter((each) => !spoken.includes(each))).toEqual([])
      expect(words.filter((each, index) => words.indexOf(each) !== index)).toEqual([])
    }
    const inOrder = [...log.values()].toSorted((one, other) => one.id - other.id)
    for (const { from, kind } of inOrder.filter((each) => each.kind !== 'reaction')) {
      const line = inOrder.filter((each) => each.from === from && each.kind === kind)
      const order = line.map(({ payload }) => Number(payload.slice('words '.length)))
      expect(order).toEqual(order.toSorted((one, other) => one - other))
    }
    expect(honest).toBe(false)
    expect(room.tampered()).toBeGreaterThan(0)
  },
)
