import type { IconNode } from 'lucide'
import { h, type JSX } from 'preact'

interface IconProps {
  readonly node: IconNode
  /** Whether it points along the line, and is mirrored where lines run from right to left. */
  readonly along?: boolean
}

/** A Lucide icon in our one size and weight. It says nothing to screen readers: the words beside it do. */
export function Icon({ node, along = false }: IconProps): JSX.Element {
  return (
    <svg
      class={along ? 'icon along' : 'icon'}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {node.map(([tag, attributes]) => h(tag, { key: attributes['key'], ...attributes }))}
    </svg>
  )
}
