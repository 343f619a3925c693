import { ArrowLeft, X } from 'lucide'
import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { PANEL_ID, type PanelName, type PanelProps } from '../../features/panel/panel.ts'
import { Icon } from '../../ui/icon.tsx'
import { isComposing } from '../../ui/keys.ts'
import { useWords } from '../../ui/page-context.ts'
import { panelOf } from './panels.ts'

/** The one panel: from the side on wide screens, from the bottom on phones. Escape closes it, focus goes back. */
export function Panel({ name, ...props }: PanelProps & { readonly name: PanelName }): JSX.Element {
  const words = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  const { open } = props
  const { title: titleIn, Body, backTo } = panelOf(name)
  const close = (): void => {
    open.value = null
  }
  useFocusReturn()
  // Layout effects: whoever is quick with the keyboard finds the panel's keys there as soon as the panel is.
  useLayoutEffect(() => heading.current?.focus(), [name])
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      // An input method takes back what it composes by the same key.
      if (event.key === 'Escape' && !event.defaultPrevented && !isComposing(event)) open.value = null
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [open])

  const title = titleIn(words, props)
  return (
    <aside id={PANEL_ID} class="panel" data-panel={name} aria-label={title}>
      <header class="panel-head">
        {backTo !== null && (
          <button
            type="button"
            class="button square bare"
            aria-label={words.more.back}
            title={words.more.back}
            onClick={() => {
              open.value = backTo
            }}
          >
            <Icon node={ArrowLeft} along />
          </button>
        )}
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button
          type="button"
          class="button square bare"
          data-action="close-panel"
          aria-label={words.more.close}
          title={words.more.close}
          onClick={close}
        >
          <Icon node={X} />
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="panel-body" aria-label={title} tabIndex={0}>
        <Body key={name} {...props} />
      </section>
    </aside>
  )
}

/** Gives the focus back to what had it before, if it would otherwise be lost with the panel. */
function useFocusReturn(): void {
  const opener = useRef(document.activeElement)
  useLayoutEffect(() => {
    const back = opener.current
    return () => {
      if (back instanceof HTMLElement && back.isConnected) back.focus()
    }
  }, [])
}
