import { randomBase64url } from '../../protocol/base64url.ts'
import { type PageStorage, tryStorage } from './storage.ts'

/** Where this browser keeps the secret that what rooms know it by derives from. */
export const BROWSER_SECRET_KEY = 'essaim-browser'

const SECRET_BYTES = 32
const WRITTEN_SECRET = /^[A-Za-z0-9_-]{43}$/

/** The secret of this browser, made when it is first needed; null where the browser stores nothing for us. */
export const browserSecret = (openStorage: () => PageStorage): string | null =>
  tryStorage(() => {
    const storage = openStorage()
    const stored = storage.getItem(BROWSER_SECRET_KEY)
    if (stored !== null && WRITTEN_SECRET.test(stored)) return stored
    const fresh = randomBase64url(SECRET_BYTES)
    storage.setItem(BROWSER_SECRET_KEY, fresh)
    return fresh
  }, null)
