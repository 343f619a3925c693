import type { JSX, RefObject } from 'preact'
import { useWords } from '../../ui/page-context.ts'

interface LinkFieldProps {
  readonly link: string
  readonly field: RefObject<HTMLInputElement | null>
}

/** The link as people read it, selected whole at a touch. It stands in the field alone: no attribute keeps a copy of its secret. */
export function LinkField({ link, field }: LinkFieldProps): JSX.Element {
  const { first } = useWords()
  return (
    <input
      ref={field}
      class="link-field"
      readOnly
      value={decodeURI(link).replace(/^https?:\/\//, '')}
      aria-label={first.link}
      onFocus={(event) => event.currentTarget.select()}
    />
  )
}
