import { useComputed, useSignal } from '@preact/signals'
import { type IconNode, Minus } from 'lucide'
import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { Icon } from '../icon.tsx'
import { useWords } from '../page-context.ts'
import type { NoticeId } from './notice-stack.ts'
import { useNoticeStack } from './notices.tsx'

/** How long what lasts is spelt out, before it makes itself small. */
const SPELT_OUT_MS = 15_000

interface NoticeMark {
  readonly label: string
  readonly text?: ComponentChildren
  /** Whether it comes by itself: not where somebody waits for an answer. */
  readonly byItself: boolean
}

interface NoticeCardProps {
  readonly icon: IconNode
  /** What tests and styles know it by, such as `data-notice`. */
  readonly [hook: `data-${string}`]: string | undefined
  readonly children: ComponentChildren
  /** Its buttons, at the end. */
  readonly actions?: ComponentChildren
  /** Not shown for now, and not counted. */
  readonly hidden?: boolean
  /**
   * For what may last as long as a call: after a while it covers no face any more, and is a mark with these few words (none
   * are fine) that a press spells out again.
   */
  readonly mark?: NoticeMark
}

/** One notice in the place for notices. */
export function NoticeCard(props: NoticeCardProps): JSX.Element {
  const { icon, children, actions, hidden = false, mark, ...hooks } = props
  const { place, order, behind } = usePlace(hidden)
  const [small, setSmall] = useSmall(mark?.byItself === true, place)
  const { notices } = useWords()
  const isSmall = small && mark !== undefined
  return (
    <div
      {...hooks}
      ref={place}
      class="notice"
      hidden={hidden}
      data-behind={behind ? '' : undefined}
      data-small={isSmall ? '' : undefined}
      style={{ order }}
    >
      {isSmall ? (
        <button
          type="button"
          class="notice-mark"
          data-action="spell-out"
          aria-label={mark.label}
          title={mark.label}
          aria-expanded={false}
          // Nothing that has not been told.
          aria-live="off"
          onClick={() => setSmall(false)}
        >
          <Icon node={icon} />
          {mark.text}
        </button>
      ) : (
        <>
          <Icon node={icon} />
          <div class="notice-text">{children}</div>
          {actions && <span class="notice-actions">{actions}</span>}
          {mark && (
            <button
              type="button"
              class="button square bare notice-less"
              data-action="make-small"
              aria-label={notices.less}
              title={notices.less}
              onClick={() => setSmall(true)}
            >
              <Icon node={Minus} />
            </button>
          )}
        </>
      )}
    </div>
  )
}

/** Where the card stands among the others: in the order in which they came. */
function usePlace(hidden: boolean) {
  const stack = useNoticeStack()
  const place = useRef<HTMLDivElement>(null)
  const id = useSignal<NoticeId>(0)
  useLayoutEffect(() => {
    if (hidden) return
    const added = stack.add()
    id.value = added
    return () => stack.remove(added)
  }, [stack, hidden, id])
  const behind = useComputed(() => stack.behind.value.includes(id.value))
  return { place, order: id.value, behind: behind.value }
}

/** Whether the card is small: by a press, or by itself while nobody is at it; never by itself once a press has spelt it out. */
function useSmall(
  lasts: boolean,
  place: { readonly current: HTMLElement | null },
): [boolean, (small: boolean) => void] {
  const small = useSignal(false)
  const touched = useSignal(false)
  useEffect(() => {
    if (!lasts || touched.value) return
    const timer = setTimeout(() => {
      if (place.current?.matches(':hover, :focus-within') !== true) small.value = true
    }, SPELT_OUT_MS)
    return () => clearTimeout(timer)
  }, [lasts, touched.value, small, place])
  return [
    small.value,
    (next) => {
      touched.value = true
      small.value = next
    },
  ]
}
