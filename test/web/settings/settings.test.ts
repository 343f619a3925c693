import { describe, expect, test } from 'vitest'
import { createSettings } from '../../../web/settings/settings.ts'
import { NO_SETTINGS, readSettings } from '../../../web/settings/settings-schema.ts'
import type { PageStorage } from '../../../web/settings/storage.ts'

const memoryStorage = (
  stored: string | null = null,
): PageStorage & { readonly held: Map<string, string> } => {
  const held = new Map<string, string>(stored === null ? [] : [['essaim', stored]])
  return {
    held,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
  }
}

const forbidden = (): PageStorage => {
  throw new DOMException('The operation is insecure.', 'SecurityError')
}

describe('reading', () => {
  test.each([
    ['nothing', null],
    ['no JSON', '{{'],
    ['an empty text', ''],
    ['another type', '[1,2]'],
    ['a number', '7'],
    ['null', 'null'],
  ])('%s gives the defaults', (_what, stored) => {
    expect(readSettings(stored)).toEqual(NO_SETTINGS)
  })

  test('one field of garbage spoils no other', () => {
    const stored = JSON.stringify({ name: 'Ada', theme: 'pink', language: 'fr', camera: 'yes', cameraId: 4 })
    expect(readSettings(stored)).toEqual({ ...NO_SETTINGS, name: 'Ada', language: 'fr' })
  })

  test('a stored name is tidied, and unknown fields are dropped', () => {
    const stored = JSON.stringify({ name: '  A\u202eda  ', old: true })
    expect(readSettings(stored)).toEqual({ ...NO_SETTINGS, name: 'Ada' })
  })
})

describe('the store', () => {
  test('writes what changes, and reads it again', () => {
    const storage = memoryStorage()
    createSettings(() => storage).change({ name: 'Ada', microphone: false })
    expect(createSettings(() => storage).value.value).toEqual({
      ...NO_SETTINGS,
      name: 'Ada',
      microphone: false,
    })
  })

  test('forgets everything', () => {
    const storage = memoryStorage(JSON.stringify({ name: 'Ada' }))
    const settings = createSettings(() => storage)
    settings.forget()
    expect(settings.value.value).toEqual(NO_SETTINGS)
    expect(storage.held.size).toBe(0)
  })

  test('works without a storage, and says so', () => {
    const settings = createSettings(forbidden)
    expect(settings.persistent.value).toBe(false)
    settings.change({ name: 'Ada' })
    expect(settings.value.value.name).toBe('Ada')
    expect(settings.persistent.value).toBe(false)
  })

  test('lets errors through that no storage throws', () => {
    const broken = (): PageStorage => {
      throw new Error('a mistake of ours')
    }
    expect(() => createSettings(broken)).toThrow('a mistake of ours')
  })
})
