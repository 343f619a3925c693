import { beginMediaWorkerAhead } from './core/media/encryption/begun-media-worker.ts'
import { canEncryptMedia } from './core/media/encryption/can-encrypt-media.ts'
import { dialEarly } from './core/signalling/early-dial.ts'
import { LANGUAGES, preferredLanguage } from './i18n/languages.ts'
import { allowOwnScripts } from './own-scripts.ts'
import { preloadEncryption } from './preload-encryption.ts'

/**
 * A link that joins at once needs the room's socket and code before it needs a view: this script, small and on its own,
 * runs ahead of the page's others and sends for both.
 */
if (dialEarly()) {
  import('./room/room-code.ts').catch(reportError)
  // A fragment that holds something may hold a room's secret; the code looks closer.
  if (location.hash.length > 1) {
    preloadEncryption(document.head)
    import('./core/encryption/encrypted-room.ts').catch(reportError)
    allowOwnScripts(window)
    if (canEncryptMedia()) beginMediaWorkerAhead()
  }
}

const language = LANGUAGES[preferredLanguage(navigator.languages)]
// Of home, which a link into a room leads past, its code and words come by themselves.
if (location.pathname === '/') {
  import('./app/home/home-views.ts').catch(reportError)
  language.loadAtHome().catch(reportError)
}
// The words of the browser's own language, on their way while the page's code is; whoever chose another waits for it.
language.load().catch(reportError)
