import { useEffect } from 'preact/hooks'

/** What a keyboard can go to. */
const REACHABLE = ':is(button, input, select, textarea):not(:disabled), a[href], summary, [tabindex="0"]'
/** What holds things that belong together: whoever used one of them goes on with another. */
const GROUP = 'li, ul, form, fieldset, [role="status"], section:not([tabindex])'
/** What has a heading of its own that takes the focus. */
const PLACE = 'aside, main'

/**
 * Keeps the focus for as long as the page is there (WCAG 2.2, 2.4.3): where what had it goes, or can be used no longer,
 * what stands in its place takes it, or the heading of the panel or of the view. Else a keyboard would begin again at the top of
 * the page. Whoever replaces something knows better, and may give the focus at once; a view that goes as a whole leaves it to
 * the next one.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let line: Line = []
    const follow = ({ target }: FocusEvent): void => {
      line = lineOf(target)
    }
    const letGo = ({ target }: PointerEvent): void => {
      if (!(target instanceof Element && target.closest(REACHABLE))) line = []
    }
    const observer = new MutationObserver(() => {
      const [had] = line
      if (had && !isUsable(had.around)) nextTo(line)?.focus({ preventScroll: true })
    })
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] })
    document.addEventListener('focusin', follow)
    document.addEventListener('pointerdown', letGo)
    return () => {
      observer.disconnect()
      document.removeEventListener('focusin', follow)
      document.removeEventListener('pointerdown', letGo)
    }
  }, [])
}

/** What had the focus last and all that it is in, from the inside out, with how many things come before it there. */
type Line = readonly { readonly around: Element; readonly before: number }[]

function lineOf(target: EventTarget | null): Line {
  if (!(target instanceof Element)) return []
  const line: { around: Element; before: number }[] = []
  for (let around: Element | null = target; around; around = around.parentElement) {
    const before = around.matches(GROUP) ? reachableIn(around).indexOf(target) : 0
    line.push({ around, before })
  }
  return line
}

const reachableIn = (around: Element): Element[] =>
  [...around.querySelectorAll(REACHABLE)].filter((element) => element.checkVisibility())

const isUsable = (element: Element): boolean => element.isConnected && !element.matches(':disabled')

/** What is nearest of what takes the focus: what came in the place of what is gone, or what is before what cannot be used. */
function nextTo(line: Line): HTMLElement | null {
  const back = line[0]?.around.isConnected ? 1 : 0
  for (const { around, before } of line.filter((each) => each.around.isConnected)) {
    if (around.matches(PLACE)) return around.querySelector<HTMLElement>('[tabindex="-1"]')
    if (!around.matches(GROUP)) continue
    const next = reachableIn(around)
    const there = next[Math.max(before - back, 0)] ?? next.at(-1)
    if (there instanceof HTMLElement) return there
  }
  return null
}
