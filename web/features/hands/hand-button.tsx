import { Hand } from 'lucide'
import type { JSX } from 'preact'
import type { RoomSession } from '../../core/session/room-session.ts'
import { useWords } from '../../ui/page-context.ts'
import { ToolButton } from '../../ui/tool-button.tsx'
import { SHORTCUTS } from '../shortcuts/shortcuts.ts'
import { handsOf } from './hands.ts'

/** Raises one's hand, or lowers it. */
export function toggleHand(session: RoomSession): void {
  const self = session.view.peek().people.find((person) => person.self)
  if (!self) return
  const done = self.hand === null ? handsOf(session).raise() : handsOf(session).lower(self.id)
  done.catch(reportError)
}

export function HandButton({ session }: { readonly session: RoomSession }): JSX.Element {
  const { hands } = useWords()
  const up = session.view.value.people.some((person) => person.self && person.hand !== null)
  return (
    <ToolButton
      data-action="hand"
      data-raised={up ? '' : undefined}
      icon={Hand}
      label={up ? hands.lower : hands.raise}
      shortcut={SHORTCUTS.hand}
      onClick={() => toggleHand(session)}
    />
  )
}
