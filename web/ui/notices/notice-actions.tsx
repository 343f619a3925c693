import { type IconNode, X } from 'lucide'
import type { JSX } from 'preact'
import { Icon } from '../icon.tsx'
import { useWords } from '../page-context.ts'

/** What one can do about a notice. */
interface NoticeAction {
  /** What a press does, in a word: `data-action`. */
  readonly action: string
  readonly label: string
  readonly act: () => void
  /** What screen readers say instead of the label, where that does not say it all. */
  readonly spoken?: string
  readonly icon?: IconNode
  readonly look?: 'honey' | 'bare'
}

/** The buttons of a notice, the answers to a question among them; those that are `false` are left out. */
export const NoticeActions = ({
  actions,
}: {
  readonly actions: readonly (NoticeAction | false)[]
}): JSX.Element => (
  <>
    {actions.map(
      (each, place) =>
        each && (
          <button
            // By its place: what a press does may change under the finger, and the focus stays.
            key={place}
            type="button"
            class={`button small ${each.look ?? ''}`}
            data-action={each.action}
            aria-label={each.spoken}
            onClick={each.act}
          >
            {each.icon && <Icon node={each.icon} />}
            {each.label}
          </button>
        ),
    )}
  </>
)

/** Puts a notice away. */
export function DismissButton({
  action,
  onDismiss,
}: {
  readonly action: string
  readonly onDismiss: () => void
}): JSX.Element {
  const { notices } = useWords()
  return (
    <button
      type="button"
      class="button square bare"
      data-action={action}
      aria-label={notices.dismiss}
      title={notices.dismiss}
      onClick={onDismiss}
    >
      <Icon node={X} />
    </button>
  )
}
