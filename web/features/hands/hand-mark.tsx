import { Hand } from 'lucide'
import type { JSX } from 'preact'
import { Icon } from '../../ui/icon.tsx'
import { useWords } from '../../ui/page-context.ts'

/** A raised hand and its place in the queue, and words for screen readers. */
export function HandMark({ place }: { readonly place: number }): JSX.Element {
  const { hands } = useWords()
  return (
    <span class="hand-mark" title={hands.up(place)}>
      <Icon node={Hand} />
      <span aria-hidden="true">{place}</span>
      <span class="visually-hidden">{hands.up(place)}</span>
    </span>
  )
}
