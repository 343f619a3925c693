import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { normaliseRoomName } from '../../../protocol/names/room-name.ts'
import { tabMemory } from '../../../web/core/signalling/resume-memory.ts'
import type { PageStorage } from '../../../web/settings/storage.ts'
import { TOKEN, welcome } from '../room-state/room-samples.ts'
import { keptInTab } from '../session/kept-in-tab.ts'

const room = normaliseRoomName('Salon')
let kept: Map<string, string>
let storage: PageStorage

beforeEach(() => {
  ;({ kept, storage } = keptInTab())
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})

afterEach(() => vi.restoreAllMocks())

const token = welcome().resumeToken

test('what was written is read, until it is forgotten', () => {
  const memory = tabMemory(room, () => storage)
  memory.write({ token, seq: 7 })
  expect(memory.read()).toEqual({ token: TOKEN, seq: 7 })
  memory.forget()
  expect(memory.read()).toBeNull()
})

test('another room has another memory', () => {
  tabMemory(room, () => storage).write({ token, seq: 7 })
  expect(tabMemory(normaliseRoomName('cuisine'), () => storage).read()).toBeNull()
})

test.each(['', '{', '{"token":"short","seq":1}', '{"seq":1}', 'null'])('%j is not believed', (text) => {
  tabMemory(room, () => storage).write({ token, seq: 7 })
  for (const key of kept.keys()) kept.set(key, text)
  expect(tabMemory(room, () => storage).read()).toBeNull()
})

test('a browser that refuses storage is no hindrance', () => {
  const memory = tabMemory(room, () => {
    throw new DOMException('no', 'SecurityError')
  })
  memory.write({ token, seq: 7 })
  expect(memory.read()).toBeNull()
})
