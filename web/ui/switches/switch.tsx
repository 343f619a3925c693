import type { IconNode } from 'lucide'
import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import { Icon } from '../icon.tsx'

interface SwitchProps {
  readonly action: string
  readonly icon?: IconNode
  readonly on: boolean
  readonly label: string
  /** What it does, in a line, where the label does not say all. */
  readonly hint?: string
  /** Whether it stays as it is, whoever presses it. */
  readonly fixed?: boolean
  readonly onChange: (on: boolean) => void
}

/** Something that is on or off, with what it does (ARIA `switch`). */
export function Switch({ action, icon, on, label, hint, fixed = false, onChange }: SwitchProps): JSX.Element {
  const id = useId()
  return (
    <button
      type="button"
      class="switch-row"
      role="switch"
      aria-checked={on}
      aria-labelledby={id}
      aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      aria-disabled={fixed}
      data-action={action}
      data-on={on}
      onClick={() => fixed || onChange(!on)}
    >
      {icon !== undefined && <Icon node={icon} />}
      <span class="switch-text">
        <span id={id}>{label}</span>
        {hint !== undefined && <small id={`${id}-hint`}>{hint}</small>}
      </span>
      <span class="switch-track" />
    </button>
  )
}
