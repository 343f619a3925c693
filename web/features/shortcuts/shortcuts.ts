import { useLayoutEffect } from 'preact/hooks'
import { shortcutKeyOf } from '../../ui/keys.ts'
import { useSettings } from '../../ui/page-context.ts'

/** Every key of the page by what it does: what is handled, and what buttons and the help say, come from here. */
export const SHORTCUTS = {
  microphone: 'M',
  camera: 'V',
  share: 'S',
  hand: 'H',
  chat: 'C',
  people: 'P',
  layout: 'L',
  fullScreen: 'F',
  more: 'O',
  help: '?',
} as const satisfies Record<string, string>

type ShortcutName = keyof typeof SHORTCUTS

/** What the keys do in a view; those that are not named do nothing in it. */
export type ShortcutActions = { readonly [Name in ShortcutName]?: () => void }

export const SHORTCUT_NAMES = Object.keys(SHORTCUTS) as ShortcutName[]

const WRITING = 'input, textarea, select, [contenteditable]'

/** Whether what one types there becomes text. */
export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(WRITING) !== null

/** Which shortcut a key press is: none while one writes, or with a modifier that makes it another program's. */
function shortcutOf(event: KeyboardEvent): ShortcutName | undefined {
  if (event.isComposing) return
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return
  if (isWriting(event.target)) return
  const key = shortcutKeyOf(event)
  return SHORTCUT_NAMES.find((name) => SHORTCUTS[name] === key)
}

/** The keys of a view, for as long as it is shown and the person has not turned them off (WCAG 2.2, 2.1.4). */
export function useShortcuts(actions: ShortcutActions): void {
  const settings = useSettings()
  // A layout effect: the keys are there as soon as the view is.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const name = settings.value.peek().shortcuts ? shortcutOf(event) : undefined
      const act = name && actions[name]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [settings, actions])
}
