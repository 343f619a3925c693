import type { JSX } from 'preact'
import { BADGE_INK, badgeGround, initials } from './name-badge.ts'

/** Someone without a picture: initials on the colour of their name. The name itself stands beside it. */
export function Badge({ name }: { readonly name: string }): JSX.Element {
  return (
    <div class="badge" style={{ background: badgeGround(name), color: BADGE_INK }} aria-hidden="true">
      <span>{initials(name)}</span>
    </div>
  )
}
