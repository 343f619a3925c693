import type { JSX } from 'preact'

interface SwitchRowProps {
  readonly label: string
  /** What it does, where the label does not say all. */
  readonly hint?: string
  readonly name: string
  readonly on: boolean
  readonly disabled?: boolean
  readonly onChange: (on: boolean) => void
}

/** A choice that takes effect at once. */
export function SwitchRow({
  label,
  hint,
  name,
  on,
  disabled = false,
  onChange,
}: SwitchRowProps): JSX.Element {
  return (
    <label class="switch-row">
      <span>
        {label}
        {hint !== undefined && <small>{hint}</small>}
      </span>
      <input
        type="checkbox"
        role="switch"
        aria-checked={on}
        name={name}
        checked={on}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  )
}
