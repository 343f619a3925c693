import { Smile } from 'lucide'
import type { JSX } from 'preact'
import { useLayoutEffect } from 'preact/hooks'
import type { RoomSession } from '../../core/session/room-session.ts'
import { usePopover } from '../../ui/hooks/use-popover.ts'
import { useWords } from '../../ui/page-context.ts'
import { ToolButton } from '../../ui/tool-button.tsx'
import { ReactionRow } from './reaction-row.tsx'

/** Opens the reactions above the bar; they close after one. */
export function ReactionButton({ session }: { readonly session: RoomSession }): JSX.Element {
  const { hands } = useWords()
  const { place, open, close } = usePopover()
  useLayoutEffect(() => {
    if (open.value) place.current?.querySelector<HTMLElement>('.reactions button')?.focus()
  }, [place, open.value])
  return (
    <div ref={place} class="with-popover roomy-only">
      {open.value && (
        <div class="popover">
          <ReactionRow session={session} onReacted={close} />
        </div>
      )}
      <ToolButton
        data-action="react"
        icon={Smile}
        label={hands.react}
        aria-expanded={open.value}
        onClick={() => {
          open.value = !open.value
        }}
      />
    </div>
  )
}
