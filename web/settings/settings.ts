import { type ReadonlySignal, signal } from '@preact/signals'
import { BROWSER_SECRET_KEY } from './browser-secret.ts'
import { NO_SETTINGS, readSettings, type Settings } from './settings-schema.ts'

const KEY = 'essaim'
/** Where this browser keeps how loud people are played. */
export const HEARING_KEY = 'essaim-heard'

/** Where this browser keeps the rooms that one was in. */
export const RECENT_ROOMS_KEY = 'essaim-rooms'

export type SettingsStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** The remembered choices of this browser, as a signal that writes through. */
export interface SettingsStore {
  readonly value: ReadonlySignal<Settings>
  /** False where the browser stores nothing for us: choices then last as long as the page. */
  readonly persistent: ReadonlySignal<boolean>
  change(changes: Partial<Settings>): void
  /** Erases all that this browser remembers. */
  forget(): void
}

/** Runs one access to the storage; false where the browser forbids it (private windows, embedding, a full disk). */
function attempt(access: () => void): boolean {
  try {
    access()
    return true
  } catch (error) {
    // A page without memory is a page that works: the store says so through `persistent`.
    if (error instanceof DOMException) return false
    throw error
  }
}

/** `openStorage` is a function because even reading `window.localStorage` may throw. */
export function createSettings(openStorage: () => SettingsStorage): SettingsStore {
  let stored: string | null = null
  const readable = attempt(() => {
    stored = openStorage().getItem(KEY)
  })
  const value = signal(readSettings(stored))
  const persistent = signal(readable)

  return {
    value,
    persistent,
    change(changes) {
      value.value = { ...value.value, ...changes }
      persistent.value = attempt(() => openStorage().setItem(KEY, JSON.stringify(value.value)))
    },
    forget() {
      value.value = NO_SETTINGS
      persistent.value = attempt(() => {
        for (const key of [KEY, BROWSER_SECRET_KEY, HEARING_KEY, RECENT_ROOMS_KEY])
          openStorage().removeItem(key)
      })
    },
  }
}
