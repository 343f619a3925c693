import { type Signal, useSignal } from '@preact/signals'
import { Eye, EyeOff } from 'lucide'
import type { JSX, RefObject } from 'preact'
import { PASSWORD_MAX_LENGTH } from '../../../protocol/limits.ts'
import { Icon } from '../../ui/icon.tsx'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'

interface PasswordFieldProps {
  readonly name: string
  readonly label: string
  readonly field: RefObject<HTMLInputElement | null>
  readonly value: Signal<string>
  /** What is wrong with what was typed last; null while nothing is. */
  readonly problem: string | null
  /** The view is about it, and gives it the focus. */
  readonly first?: boolean
  readonly autocomplete: 'current-password' | 'new-password'
}

/** A password, hidden unless one wants to see it. */
export function PasswordField({
  name,
  label,
  field,
  value,
  problem,
  first = false,
  autocomplete,
}: PasswordFieldProps): JSX.Element {
  const { door } = useFurtherWords()
  const shown = useSignal(false)
  const kind = shown.value ? ({ type: 'text' } as const) : ({ type: 'password' } as const)
  return (
    <div class="field">
      <label class="field-name" for={name}>
        {label}
      </label>
      <div class="with-button">
        <input
          ref={field}
          id={name}
          name={name}
          {...kind}
          data-first={first ? '' : undefined}
          value={value.value}
          maxLength={PASSWORD_MAX_LENGTH}
          autocomplete={autocomplete}
          autocapitalize="none"
          spellcheck={false}
          aria-invalid={problem !== null}
          aria-describedby={`${name}-problem`}
          onInput={(event) => {
            value.value = event.currentTarget.value
          }}
        />
        <button
          type="button"
          class="button square"
          data-action="show-password"
          aria-pressed={shown.value}
          aria-label={door.showPassword}
          title={door.showPassword}
          onClick={() => {
            shown.value = !shown.value
          }}
        >
          <Icon node={shown.value ? EyeOff : Eye} />
        </button>
      </div>
      <p id={`${name}-problem`} class="field-problem" role="alert">
        {problem ?? ''}
      </p>
    </div>
  )
}
