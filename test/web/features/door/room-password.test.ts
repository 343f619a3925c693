import { pbkdf2Sync } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { normaliseRoomName } from '../../../../protocol/names/room-name.ts'
import { RoomPassword } from '../../../../web/features/door/room-password.ts'
import type { PageStorage } from '../../../../web/settings/storage.ts'
import { keptInTab } from '../../session/kept-in-tab.ts'

const room = normaliseRoomName('Salon')
let kept: Map<string, string>
let storage: PageStorage

beforeEach(() => {
  ;({ kept, storage } = keptInTab())
})

const passwordOf = (typed: string | null, of = room) => new RoomPassword(of, typed, () => storage)

test('D3 the proof is what the protocol says', async () => {
  const expected = pbkdf2Sync('sésame', 'essaim salon', 600_000, 32, 'sha256').toString('base64url')
  expect(await passwordOf('sésame').proof).toBe(expected)
})

test('D3 however a keyboard composes its letters, and never the same for two rooms', async () => {
  const proof = await passwordOf('sésame').proof
  expect(await passwordOf('se\u0301same').proof).toBe(proof)
  expect(await passwordOf('sésame', normaliseRoomName('cuisine')).proof).not.toBe(proof)
})

test('D3 what the edge took need not be typed again in this tab; the password itself is not kept', async () => {
  const typed = passwordOf('sésame')
  const proof = await typed.proof
  expect(kept.size).toBe(0)
  await typed.keep()
  expect(await passwordOf(null).proof).toBe(proof)
  expect(await passwordOf(null, normaliseRoomName('cuisine')).proof).toBeNull()
  expect([...kept.values()].join()).not.toContain('sésame')
  typed.forget()
  expect(await passwordOf(null).proof).toBeNull()
})

test('D3 whoever sets a password has it', async () => {
  const own = passwordOf(null)
  expect(await own.proof).toBeNull()
  const proof = await own.change('sésame')
  await own.keep()
  expect(await passwordOf(null).proof).toBe(proof)
})

test('garbage and forbidden storage are no password', async () => {
  kept.set('essaim.password.salon', '<garbage>')
  expect(await passwordOf(null).proof).toBeNull()
  const forbidden = new RoomPassword(room, null, () => {
    throw new DOMException('no', 'SecurityError')
  })
  expect(await forbidden.proof).toBeNull()
  forbidden.forget()
})
