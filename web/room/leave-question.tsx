import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { RoomSession } from '../core/session/room-session.ts'
import { isComposing } from '../ui/keys.ts'
import { useWords } from '../ui/page-context.ts'

interface LeaveQuestionProps {
  readonly session: Pick<RoomSession, 'leave'>
  readonly onStay: () => void
}

/**
 * Asks whoever went back whether to leave the room; the call goes on meanwhile. The browser keeps the focus within it, and gives
 * it back (HTML §4.11.4). Whoever goes back once more leaves.
 */
export function LeaveQuestion({ session, onStay }: LeaveQuestionProps): JSX.Element {
  const { leaving, room } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const element = dialog.current
    // A step back closes no dialog here: it is the second one, and leads out.
    element?.setAttribute('closedby', 'none')
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      class="question"
      aria-labelledby="leave-question"
      onCancel={(event) => {
        event.preventDefault()
        onStay()
      }}
      onKeyDown={(event) => {
        // Keys of the room do nothing under a question.
        event.stopPropagation()
        if (event.key !== 'Escape' || isComposing(event)) return
        event.preventDefault()
        onStay()
      }}
    >
      <h2 id="leave-question">{leaving.title}</h2>
      <p>{leaving.text}</p>
      <div class="choices">
        <button type="button" class="button honey" data-action="stay" onClick={onStay}>
          {leaving.stay}
        </button>
        <button
          type="button"
          class="button danger"
          data-action="leave-now"
          onClick={() => session.leave().catch(reportError)}
        >
          {room.leave}
        </button>
      </div>
    </dialog>
  )
}
