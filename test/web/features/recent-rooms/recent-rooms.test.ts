import { describe, expect, test } from 'vitest'
import { normaliseRoomName } from '../../../../protocol/names/room-name.ts'
import { newRoomSecret } from '../../../../web/core/encryption/room-secret.ts'
import { forgetRooms, recentRooms, rememberRoom } from '../../../../web/features/recent-rooms/recent-rooms.ts'
import { RECENT_ROOMS_KEY } from '../../../../web/settings/settings.ts'
import type { PageStorage } from '../../../../web/settings/storage.ts'

function storageWith(stored: string | null): () => PageStorage {
  const held = new Map(stored === null ? [] : [[RECENT_ROOMS_KEY, stored]])
  return () => ({
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
  })
}

const forbidden = (): PageStorage => {
  throw new DOMException('The operation is insecure.', 'SecurityError')
}

describe('the rooms that one was in', () => {
  test('are the last eight, the last first, each once', () => {
    const storage = storageWith(null)
    for (const room of ['0', '1', '2', '3', '4', '5', '6', '7', '8', '2', '9'])
      rememberRoom(storage, { room: normaliseRoomName(room), secret: null })
    expect(recentRooms(storage).map(({ room }) => room)).toEqual(['9', '2', '8', '7', '6', '5', '4', '3'])
    forgetRooms(storage)
    expect(recentRooms(storage)).toEqual([])
  })

  test('are remembered with their links, the last one of each; former pages stored names alone', () => {
    const storage = storageWith('["salon","atelier"]')
    const [salon, secret] = [normaliseRoomName('salon'), newRoomSecret()]
    rememberRoom(storage, { room: salon, secret: newRoomSecret() })
    rememberRoom(storage, { room: salon, secret })
    expect(recentRooms(storage)).toEqual([
      { room: salon, secret },
      { room: 'atelier', secret: null },
    ])
  })

  test.each([
    ['no JSON', '{{'],
    ['another type', '{"0":"salon"}'],
    ['what is no room', '["salon","../../../api"]'],
    ['what is no secret', '[{"room":"salon","secret":"short"}]'],
    ['a script', '["javascript:alert(1)"]'],
  ])('are none where %s is stored', (_what, stored) => {
    expect(recentRooms(storageWith(stored))).toEqual([])
  })

  test('are no more than are remembered, whatever is stored', () => {
    const many = JSON.stringify(Array.from({ length: 1_000 }, (_, number) => `room-${number}`))
    expect(recentRooms(storageWith(many))).toHaveLength(8)
  })

  test('are none where the browser stores nothing', () => {
    rememberRoom(forbidden, { room: normaliseRoomName('salon'), secret: null })
    forgetRooms(forbidden)
    expect(recentRooms(forbidden)).toEqual([])
  })
})
