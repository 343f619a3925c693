import type { IconNode } from 'lucide'
import type { JSX } from 'preact'
import { Icon } from './icon.tsx'

type ButtonAttributes = Omit<
  JSX.IntrinsicElements['button'],
  'type' | 'class' | 'title' | 'children' | 'label' | 'icon'
>

interface ToolButtonProps extends ButtonAttributes {
  readonly 'data-action': string
  readonly icon: IconNode
  /** What a press does: for screen readers, and shown on wide screens. */
  readonly label: string
  /** What pointers are told, where that is more than the label. */
  readonly title?: string
  /** Another class beside the bar's own. */
  readonly look?: string
}

/** A button of the bar: an icon, and a word that says what a press does. */
export function ToolButton({ icon, label, title = label, look, ...rest }: ToolButtonProps): JSX.Element {
  return (
    <button {...rest} type="button" class={look === undefined ? 'tool' : `tool ${look}`} title={title}>
      <Icon node={icon} />
      <span class="tool-label">{label}</span>
    </button>
  )
}
