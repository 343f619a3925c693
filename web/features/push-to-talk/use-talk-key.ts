import { useLayoutEffect } from 'preact/hooks'
import { useSettings } from '../../ui/page-context.ts'
import type { PushToTalk } from './push-to-talk.ts'
import { actedOnBySpace, isTalkPress } from './talk-key-press.ts'

/** Has one heard while the talk key is held, for as long as the view is shown; not while `forbidden` says why not. */
export function useTalkKey(pushToTalk: PushToTalk, forbidden: string | undefined): void {
  const settings = useSettings()
  useLayoutEffect(() => {
    if (forbidden !== undefined) {
      pushToTalk.release()
      return
    }
    let clicked: Element | null = null
    const held = (event: KeyboardEvent): void => {
      const { talkKey, holdsToTalk, pushToTalk: always } = settings.value.peek()
      if ((holdsToTalk || always) && !event.defaultPrevented && isTalkPress(event, talkKey, clicked)) {
        // Neither a page that scrolls nor a button that was clicked before is meant.
        event.preventDefault()
        if (!event.repeat) pushToTalk.press()
      } else if (event.code !== talkKey.code) clicked = null
    }
    const letGo = (event: KeyboardEvent): void => {
      if (event.code !== settings.value.peek().talkKey.code) return
      if (pushToTalk.talking.peek()) event.preventDefault()
      pushToTalk.release()
    }
    const pointed = ({ target }: PointerEvent): void => {
      clicked = actedOnBySpace(target)
    }
    // A window that loses the keyboard is not told when a key goes up.
    const lost = (): void => pushToTalk.release()
    const listening = new AbortController()
    const { signal } = listening
    document.addEventListener('keydown', held, { signal })
    document.addEventListener('keyup', letGo, { signal })
    document.addEventListener('pointerdown', pointed, { signal, capture: true })
    document.addEventListener('visibilitychange', lost, { signal })
    addEventListener('blur', lost, { signal })
    return () => listening.abort()
  }, [settings, pushToTalk, forbidden])
}
