import * as v from 'valibot'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DisplayName } from '../../../../protocol/names/display-name.ts'
import { normaliseRoomName } from '../../../../protocol/names/room-name.ts'
import { AS_IT_COMES } from '../../../../web/features/hearing/hearing.ts'
import { recallHearing, rememberHearing } from '../../../../web/features/hearing/hearing-memory.ts'
import { createSettings, HEARING_KEY } from '../../../../web/settings/settings.ts'

const room = normaliseRoomName('salon')
const named = (name: string) => v.parse(DisplayName, name)
const QUIET = { voice: 0.4, screen: 1, silenced: false }
const SILENT = { ...AS_IT_COMES, silenced: true }

let stored: Map<string, string>

beforeEach(() => {
  stored = new Map()
  vi.stubGlobal('isSecureContext', true)
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  })
})
afterEach(() => vi.unstubAllGlobals())

test('is of one name in one room, and holds no name', async () => {
  await rememberHearing(room, named('Benedikta'), QUIET)
  await rememberHearing(room, named('Cyprienne'), SILENT)
  expect(await recallHearing(room, named('Benedikta'))).toEqual(QUIET)
  expect(await recallHearing(room, named('Cyprienne'))).toEqual(SILENT)
  expect(await recallHearing(normaliseRoomName('other'), named('Benedikta'))).toBeNull()
  expect(await recallHearing(room, named('Dee'))).toBeNull()
  expect(stored.get(HEARING_KEY)).not.toMatch(/benedikta|cyprienne|salon/i)
})

test('who is played as they come is not remembered, and all is forgotten with the rest', async () => {
  await rememberHearing(room, named('Ben'), SILENT)
  await rememberHearing(room, named('Ben'), AS_IT_COMES)
  expect(stored.has(HEARING_KEY)).toBe(false)
  await rememberHearing(room, named('Ben'), SILENT)
  createSettings(() => localStorage).forget()
  expect(stored.has(HEARING_KEY)).toBe(false)
})

test('holds of two hundred, the latest', async () => {
  for (let index = 0; index < 201; index += 1) await rememberHearing(room, named(`Nr ${index}`), SILENT)
  expect(await recallHearing(room, named('Nr 0'))).toBeNull()
  expect(await recallHearing(room, named('Nr 1'))).toEqual(SILENT)
  expect(await recallHearing(room, named('Nr 200'))).toEqual(SILENT)
})

test.each([
  'no JSON',
  '{}',
  JSON.stringify([{ who: 'x'.repeat(43), voice: 7, screen: 1, silenced: false }]),
  JSON.stringify(Array(201).fill({ who: 'x'.repeat(43), voice: 1, screen: 1, silenced: true })),
])('garbage is nothing, and is replaced: %#', async (garbage) => {
  stored.set(HEARING_KEY, garbage)
  expect(await recallHearing(room, named('Ben'))).toBeNull()
  await rememberHearing(room, named('Ben'), QUIET)
  expect(await recallHearing(room, named('Ben'))).toEqual(QUIET)
})

test('a browser that stores nothing remembers nothing, and nothing fails', async () => {
  const refuse = (): never => {
    throw new DOMException('no', 'SecurityError')
  }
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse })
  await rememberHearing(room, named('Ben'), SILENT)
  expect(await recallHearing(room, named('Ben'))).toBeNull()
})
