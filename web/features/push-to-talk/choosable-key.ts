import type { TalkKey } from '../../settings/talk-key.ts'
import { shortcutKeyOf } from '../../ui/keys.ts'
import { SHORTCUT_NAMES, SHORTCUTS } from '../shortcuts/shortcuts.ts'

/** Those that move the focus, press, close, scroll, or stay down by themselves. */
const SPOKEN_FOR =
  /^(?:Tab|Enter|NumpadEnter|Escape|CapsLock|NumLock|ScrollLock|ContextMenu|Meta|OS|Arrow|Page|Home|End)/
/** What browsers say of a key that they cannot name (W3C uievents-key §3.1). */
const NAMELESS = ['Dead', 'Unidentified', 'Process']

/** The key that was pressed, as one to talk with; null where it does something else already. */
export function choosableKey({ code, key }: Pick<KeyboardEvent, 'code' | 'key'>): TalkKey | null {
  if (code === '' || SPOKEN_FOR.test(code) || NAMELESS.includes(key)) return null
  const label = key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key
  const shortcut = shortcutKeyOf({ code, key })
  return SHORTCUT_NAMES.some((name) => SHORTCUTS[name] === shortcut) ? null : { code, label }
}
