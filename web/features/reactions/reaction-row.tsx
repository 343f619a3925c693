import type { JSX } from 'preact'
import type { RoomSession } from '../../core/session/room-session.ts'
import { useWords } from '../../ui/page-context.ts'
import { REACTION_SIGNS } from './reaction-signs.ts'
import { REACTIONS, type Reaction, reactionsOf } from './reactions.ts'

interface ReactionRowProps {
  readonly session: RoomSession
  readonly onReacted?: () => void
}

/** One button for each reaction. */
export function ReactionRow({ session, onReacted }: ReactionRowProps): JSX.Element {
  const { hands } = useWords()
  const react = (reaction: Reaction) => (): void => {
    reactionsOf(session).react(reaction).catch(reportError)
    onReacted?.()
  }
  return (
    <fieldset class="reactions" aria-label={hands.react}>
      {REACTIONS.map((reaction) => (
        <button
          key={reaction}
          type="button"
          class="button square bare"
          data-action={`react-${reaction}`}
          aria-label={hands.reactions[reaction]}
          title={hands.reactions[reaction]}
          onClick={react(reaction)}
        >
          <span aria-hidden="true">{REACTION_SIGNS[reaction]}</span>
        </button>
      ))}
    </fieldset>
  )
}
