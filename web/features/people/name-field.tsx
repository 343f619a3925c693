import type { Signal } from '@preact/signals'
import type { ComponentChildren, JSX, RefObject, TargetedInputEvent } from 'preact'
import { useId } from 'preact/hooks'
import { DISPLAY_NAME_MAX_LENGTH } from '../../../protocol/limits.ts'
import { useWords } from '../../ui/page-context.ts'

interface NameFieldProps {
  /** The name of the field in its form. */
  readonly name: string
  readonly value: Signal<string>
  readonly placeholder: string
  readonly onTyped?: () => void
  readonly field?: RefObject<HTMLInputElement | null>
  /** What marks the field, such as `data-first`. */
  readonly input?: { readonly [hook: `data-${string}`]: string }
  /** What stands beside the field. */
  readonly children?: ComponentChildren
}

/** Where one says what one is called. */
export function NameField({
  name,
  value,
  placeholder,
  onTyped,
  field,
  input,
  children,
}: NameFieldProps): JSX.Element {
  const { before } = useWords()
  const id = useId()
  const given = {
    ...input,
    ...(field && { ref: field }),
    id,
    name,
    dir: 'auto',
    value: value.value,
    placeholder,
    maxLength: DISPLAY_NAME_MAX_LENGTH,
    autocomplete: 'nickname',
    onInput: ({ currentTarget }: TargetedInputEvent<HTMLInputElement>): void => {
      value.value = currentTarget.value
      onTyped?.()
    },
  } as const
  return (
    <label class="field" for={id}>
      <span class="field-name">{before.name}</span>
      {children ? (
        <span class="with-button">
          <input {...given} />
          {children}
        </span>
      ) : (
        <input {...given} />
      )}
    </label>
  )
}
