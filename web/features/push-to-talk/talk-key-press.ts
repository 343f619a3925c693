import { isFunctionKey, type TalkKey } from '../../settings/talk-key.ts'
import { isWriting } from '../shortcuts/shortcuts.ts'

/** What a key press needs to tell of itself: a `KeyboardEvent`, as far as it concerns us. */
export type KeyPress = Pick<
  KeyboardEvent,
  'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'target'
>

const ACTED_ON_BY_SPACE = 'a, button, summary, label, [role="button"], [role="switch"], [role^="menuitem"]'
const MODIFIER = /^(?:Control|Shift|Alt|Meta)/

/**
 * Whether this press of a key is one of the talk key. Not with a modifier, which makes it another program's; not while
 * one writes, unless it writes nothing; and the space bar is the button's that has the focus, but not the one's that has it
 * only because it was `clicked`.
 */
export function isTalkPress(press: KeyPress, key: TalkKey, clicked: Element | null): boolean {
  if (press.code !== key.code || press.isComposing) return false
  const modified = press.ctrlKey || press.metaKey || press.altKey || press.shiftKey
  if (modified && !MODIFIER.test(key.code)) return false
  if (isWriting(press.target)) return isFunctionKey(key)
  if (key.code !== 'Space') return true
  const focused = actedOnBySpace(press.target)
  return focused === null || focused === clicked
}

/** What the space bar would press, of what is there. */
export const actedOnBySpace = (target: EventTarget | null): Element | null =>
  target instanceof Element ? target.closest(ACTED_ON_BY_SPACE) : null
