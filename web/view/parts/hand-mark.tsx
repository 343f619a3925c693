import { Hand } from 'lucide'
import type { JSX } from 'preact'
import { useWords } from '../page-context.ts'
import { Icon } from './icon.tsx'

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
