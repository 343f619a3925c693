import * as v from 'valibot'
import { expect, test } from 'vitest'
import { PeerId } from '../../../protocol/ids.ts'
import type { MessageKind } from '../../../protocol/page-edge/message-kinds.ts'
import {
  addToLog,
  clearFromLog,
  EMPTY_LOG,
  leaveLog,
  messagesOf,
} from '../../../web/core/room-state/message-log.ts'
import { OpenedMessage } from '../opened.ts'

const ada = v.parse(PeerId, 'ada-----')
const ben = v.parse(PeerId, 'ben-----')

const said = (id: number, kind: string, from: PeerId = ada) =>
  v.parse(OpenedMessage, {
    id,
    from,
    name: 'somebody',
    kind,
    addressee: { to: 'everyone' },
    at: 1_000 + id,
    payload: `message ${id}`,
  })

const ids = (log: ReturnType<typeof addToLog>, kind: MessageKind) =>
  messagesOf(log, kind).map((message) => message.id)

test('C1 messages stand in the order of the room, whenever they arrived', () => {
  const log = addToLog(EMPTY_LOG, [said(5, 'chat'), said(7, 'chat'), said(2, 'chat'), said(6, 'chat')])
  expect(ids(log, 'chat')).toEqual([2, 5, 6, 7])
})

test('C8 what another message stands for is not in the log, in whatever order they come', () => {
  const whole = { ...said(6, 'notes'), upTo: 4 }
  const notes = [said(3, 'notes'), said(4, 'notes'), said(5, 'notes'), whole, said(7, 'notes')]
  const kept = [5, 6, 7]
  expect(ids(addToLog(EMPTY_LOG, notes), 'notes')).toEqual(kept)
  expect(ids(addToLog(EMPTY_LOG, notes.toReversed()), 'notes')).toEqual(kept)
})

test('C4 what is known already is not known twice: history overlaps with what was heard', () => {
  const log = addToLog(EMPTY_LOG, [said(1, 'chat'), said(2, 'chat')])
  expect(ids(addToLog(log, [said(2, 'chat'), said(1, 'chat')]), 'chat')).toEqual([1, 2])
})

test('C3 of hands the latest of each person holds, also where an earlier one comes late', () => {
  const log = addToLog(EMPTY_LOG, [said(1, 'hand'), said(3, 'hand'), said(2, 'hand', ben), said(2, 'hand')])
  expect(ids(log, 'hand')).toEqual([2, 3])
  expect(ids(clearFromLog(log, ada, 'hand'), 'hand')).toEqual([2])
  expect(clearFromLog(EMPTY_LOG, ada, 'hand')).toBe(EMPTY_LOG)
})

test('C3 who leaves takes a hand along, and leaves behind what was said', () => {
  const log = addToLog(EMPTY_LOG, [said(1, 'chat'), said(2, 'hand'), said(3, 'hand', ben)])
  const after = leaveLog(log, ada)
  expect(ids(after, 'chat')).toEqual([1])
  expect(ids(after, 'hand')).toEqual([3])
})

test('C4 a reaction is nothing to remember', () => {
  expect(addToLog(EMPTY_LOG, [said(1, 'reaction')])).toBe(EMPTY_LOG)
})
