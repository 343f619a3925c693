import * as v from 'valibot'
import { expect, test } from 'vitest'
import { DisplayName } from '../../../../../protocol/names/display-name.ts'
import type { Addressee } from '../../../../../protocol/page-edge/messages.ts'
import { type OpenedMessage, UNREADABLE } from '../../../../../web/core/encryption/opened.ts'
import { threadOf } from '../../../../../web/features/chat/thread/thread.ts'
import { peerId } from '../../../encryption/sealed-room.ts'

const me = peerId('me')
const alone: Addressee = { to: 'peer', peer: me }

const said = (id: number, payload: string, addressee: Addressee = alone): OpenedMessage => ({
  id,
  from: peerId('ada'),
  name: v.parse(DisplayName, 'Ada'),
  kind: 'chat',
  addressee,
  at: id,
  payload,
})

test('K41 private messages to a page that one had before are one quiet line', () => {
  const messages = [
    said(1, UNREADABLE),
    said(2, UNREADABLE),
    said(3, '{"text":"now"}'),
    said(4, UNREADABLE),
    said(5, UNREADABLE, { to: 'everyone' }),
    said(6, '{}'),
  ]
  const [group, ...more] = threadOf(messages, me)
  expect(more).toEqual([])
  expect(group?.lines.map(({ id, text }) => [id, text])).toEqual([
    [1, null],
    [3, 'now'],
    [4, null],
  ])
})
