import type { TabStorage } from '../../../web/core/signalling/resume-memory.ts'

/** What a tab keeps, as a map that tests look into, and change. */
export function keptInTab(): { kept: Map<string, string>; storage: TabStorage } {
  const kept = new Map<string, string>()
  const storage: TabStorage = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
  return { kept, storage }
}
