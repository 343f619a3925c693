import type { IconNode } from 'lucide'
import type { JSX } from 'preact'
import { Icon } from './icon.tsx'

type ButtonAttributes = Omit<
  JSX.IntrinsicElements['button'],
  'type' | 'class' | 'title' | 'children' | 'label' | 'icon'
>

const MOST_COUNTED = 99

interface ToolButtonProps extends ButtonAttributes {
  readonly 'data-action': string
  readonly icon: IconNode
  /** What a press does: for screen readers, and shown on wide screens. */
  readonly label: string
  /** The key that does the same. */
  readonly shortcut?: string
  /** Why a press does nothing for now; undefined where it does something. */
  readonly forbidden?: string | undefined
  /** How many there are of what it leads to: shown beside the icon where it is more than none. */
  readonly count?: number
  /** Another class beside the bar's own. */
  readonly look?: string
}

/** A button of the bar: an icon, and a word that says what a press does. */
export function ToolButton({
  icon,
  label,
  shortcut,
  count = 0,
  forbidden,
  look,
  onClick,
  ...rest
}: ToolButtonProps): JSX.Element {
  return (
    <button
      {...rest}
      type="button"
      class={look === undefined ? 'tool' : `tool ${look}`}
      title={forbidden ?? (shortcut === undefined ? label : `${label} (${shortcut})`)}
      aria-disabled={forbidden === undefined ? undefined : true}
      onClick={forbidden === undefined ? onClick : undefined}
      aria-keyshortcuts={shortcut}
    >
      <Icon node={icon} />
      <span class="tool-label">{label}</span>
      {forbidden !== undefined && <span class="visually-hidden">{forbidden}</span>}
      {count > 0 && <span class="tool-count">{count > MOST_COUNTED ? `${MOST_COUNTED}+` : count}</span>}
    </button>
  )
}
