import { AudioLines } from 'lucide'
import type { JSX } from 'preact'
import type { RoomSession } from '../../core/session/room-session.ts'
import { Icon } from '../../ui/icon.tsx'
import { useSettings, useWords } from '../../ui/page-context.ts'
import { showFaces } from './show-faces.ts'

/** Why there are only initials, what that saves, and the way back. */
export function SoundOnlyLine({ session }: { readonly session: RoomSession }): JSX.Element {
  const settings = useSettings()
  const { quality } = useWords()
  return (
    <p class="sound-only" role="status">
      <Icon node={AudioLines} />
      {quality.soundOnly}{' '}
      <button
        type="button"
        class="text-button"
        data-action="show-faces"
        onClick={() => showFaces(session, settings)}
      >
        {quality.showFaces}
      </button>
    </p>
  )
}
