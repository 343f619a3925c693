import type { PageStorage } from '../../../web/settings/storage.ts'

/** What a tab keeps, as a map that tests look into, and change. */
export function keptInTab(): { kept: Map<string, string>; storage: PageStorage } {
  const kept = new Map<string, string>()
  const storage: PageStorage = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
  return { kept, storage }
}
