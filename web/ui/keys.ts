/** What a key press tells of its key (W3C UI Events §3.5). */
type Key = Pick<KeyboardEvent, 'code' | 'key'>

/** Whether the press is of an input method that is composing a word. */
type Composing = Pick<KeyboardEvent, 'isComposing' | 'keyCode'>

/** Written in another script than Latin, or being made by an input method: the letter is no name of a shortcut then. */
const OF_ANOTHER_SCRIPT = /^(?:(?!\p{Script=Latin})[\p{L}\p{M}]+|Process|Unidentified)$/u
const LETTER_KEY = /^Key([A-Z])$/
/** Question marks of other scripts, full width and Arabic, at whatever place they are. */
const QUESTION_MARKS: readonly string[] = ['？', '؟']

/**
 * By what a key's shortcut is known: the place of a letter (`code`) where the layout writes no Latin ones, so that Cyrillic
 * and Greek keyboards have them too; else the letter that is printed there, so that Dvorak's and AZERTY's keys do what
 * they say. In upper case.
 */
export function shortcutKeyOf({ code, key }: Key): string {
  if (QUESTION_MARKS.includes(key)) return '?'
  const [, place] = LETTER_KEY.exec(code) ?? []
  return place !== undefined && OF_ANOTHER_SCRIPT.test(key) ? place : key.toUpperCase()
}

/**
 * Whether an input method has the key: what it confirms or takes back is its own. WebKit ends the composing before it tells
 * of the key that did, and says so by 229 alone (UI Events §6.3, legacy key codes).
 */
export const isComposing = (event: Composing): boolean => event.isComposing || event.keyCode === 229
