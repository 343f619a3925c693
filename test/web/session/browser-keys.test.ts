import { beforeAll, expect, test, vi } from 'vitest'
import { normaliseRoomName } from '../../../protocol/names/room-name.ts'
import { browserIdIn, creatorKeyIn } from '../../../web/core/session/browser-keys.ts'
import { BROWSER_SECRET_KEY, browserSecret } from '../../../web/settings/browser-secret.ts'
import { createSettings } from '../../../web/settings/settings.ts'

const storageOf = (held: Map<string, string>) => ({
  getItem: (key: string) => held.get(key) ?? null,
  setItem: (key: string, value: string) => void held.set(key, value),
  removeItem: (key: string) => void held.delete(key),
})

beforeAll(() => {
  vi.stubGlobal('isSecureContext', true)
  return () => vi.unstubAllGlobals()
})

test('A6 a room knows a browser again, and no other room knows it by the same id', async () => {
  const held = new Map<string, string>()
  const secret = browserSecret(() => storageOf(held))
  expect(browserSecret(() => storageOf(held))).toBe(secret)
  const here = await browserIdIn(normaliseRoomName('here'), secret)
  expect(here).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect(await browserIdIn(normaliseRoomName('here'), secret)).toBe(here)
  expect(await browserIdIn(normaliseRoomName('there'), secret)).not.toBe(here)
  expect(here).not.toContain(secret)
})

test('D1 a browser has a creator’s key for each room, the same each time, and no room learns another’s from its ids', async () => {
  const secret = browserSecret(() => storageOf(new Map()))
  const [here, there] = [normaliseRoomName('here'), normaliseRoomName('there')]
  const key = await creatorKeyIn(here, secret)
  expect(key).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect(await creatorKeyIn(here, secret)).toBe(key)
  const others = [
    await creatorKeyIn(there, secret),
    await browserIdIn(here, secret),
    await browserIdIn(normaliseRoomName('creator here'), secret),
  ]
  expect(others).not.toContain(key)
  expect(await creatorKeyIn(here, null)).toBeNull()
})

test('a browser that stores nothing has no id, and garbage is replaced', async () => {
  const forbidden = () => {
    throw new DOMException('no', 'SecurityError')
  }
  expect(browserSecret(forbidden)).toBeNull()
  expect(await browserIdIn(normaliseRoomName('here'), null)).toBeNull()
  const held = new Map([[BROWSER_SECRET_KEY, '<garbage>']])
  expect(browserSecret(() => storageOf(held))).toMatch(/^[A-Za-z0-9_-]{43}$/)
})

test('forgetting erases the secret', () => {
  const held = new Map<string, string>()
  browserSecret(() => storageOf(held))
  createSettings(() => storageOf(held)).forget()
  expect(held.size).toBe(0)
})
