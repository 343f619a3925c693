import { Eye, EyeOff } from 'lucide'
import type { JSX } from 'preact'
import type { Corner } from '../../settings/corners.ts'
import { Icon } from '../../ui/icon.tsx'
import { useSettings, useWords } from '../../ui/page-context.ts'

/** Whoever presses one of the two by a key finds the other one next. */
const focusOn = (action: string): void => {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`.stage [data-action="${action}"]`)?.focus({ preventScroll: true }),
  )
}

interface SelfToggleProps {
  /** Whether a press hides oneself, or shows oneself again. */
  readonly hides: boolean
  /** Where it stands by itself; among the tools of a tile when not given. */
  readonly corner?: Corner
}

/** Takes one's own picture out of what one sees, or brings it back. */
export function SelfToggle({ hides, corner }: SelfToggleProps): JSX.Element {
  const { layout } = useWords()
  const settings = useSettings()
  const label = hides ? layout.hideSelf : layout.showSelf
  return (
    <button
      type="button"
      class={corner && 'show-self'}
      data-action={hides ? 'hide-self' : 'show-self'}
      data-corner={corner}
      aria-label={label}
      title={label}
      onDblClick={(event) => event.stopPropagation()}
      onClick={() => {
        settings.change({ hidesSelf: hides })
        focusOn(hides ? 'show-self' : 'hide-self')
      }}
    >
      <Icon node={hides ? EyeOff : Eye} />
    </button>
  )
}
