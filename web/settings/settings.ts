import { type ReadonlySignal, signal } from '@preact/signals'
import { BROWSER_SECRET_KEY } from './browser-secret.ts'
import { NO_SETTINGS, readSettings, type Settings } from './settings-schema.ts'
import { type PageStorage, tryStorage } from './storage.ts'

const KEY = 'essaim'
/** Where this browser keeps how loud people are played. */
export const HEARING_KEY = 'essaim-heard'

/** Where this browser keeps the rooms that one was in. */
export const RECENT_ROOMS_KEY = 'essaim-rooms'

/** The remembered choices of this browser, as a signal that writes through. */
export interface SettingsStore {
  readonly value: ReadonlySignal<Settings>
  /** False where the browser stores nothing for us: choices then last as long as the page. */
  readonly persistent: ReadonlySignal<boolean>
  change(changes: Partial<Settings>): void
  /** Erases all that this browser remembers. */
  forget(): void
}

/** `openStorage` is a function because even reading `window.localStorage` may throw. */
export function createSettings(openStorage: () => PageStorage): SettingsStore {
  const stored = tryStorage(() => openStorage().getItem(KEY), undefined)
  const value = signal(readSettings(stored ?? null))
  const persistent = signal(stored !== undefined)
  const write = (access: (storage: PageStorage) => void): void => {
    persistent.value = tryStorage(() => {
      access(openStorage())
      return true
    }, false)
  }

  return {
    value,
    persistent,
    change(changes) {
      value.value = { ...value.value, ...changes }
      write((storage) => storage.setItem(KEY, JSON.stringify(value.value)))
    },
    forget() {
      value.value = NO_SETTINGS
      write((storage) => {
        for (const key of [KEY, BROWSER_SECRET_KEY, HEARING_KEY, RECENT_ROOMS_KEY]) storage.removeItem(key)
      })
    },
  }
}
