import { KeyRound } from 'lucide'
import type { JSX } from 'preact'
import type { RoomSession } from '../../core/session/room-session.ts'
import { useAttempt } from '../../ui/hooks/use-attempt.ts'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { Surely } from '../../ui/surely.tsx'
import { linkChangeOf } from './link-change.ts'
import { whyNotChange } from './why-not.ts'

/** For moderators of an encrypted room: another link, without putting anybody out. */
export function ChangeLink({ session }: { readonly session: RoomSession }): JSX.Element {
  const { linkChange: words } = useFurtherWords()
  const { failed, attempt } = useAttempt()
  const control = linkChangeOf(session)
  const busy = control.busy.value
  const why = whyNotChange(session.view.value, words)
  return (
    <section class="stack tight" data-link-change aria-busy={busy}>
      <h3>{words.title}</h3>
      <p class="quiet" id="change-link-hint">
        {why ?? words.hint}
      </p>
      <Surely
        hook="change-link"
        look="button start"
        icon={KeyRound}
        label={busy ? words.moment : words.change}
        question={words.sure}
        yes={words.yes}
        no={words.no}
        disabled={why !== null}
        describedBy="change-link-hint"
        onYes={() => attempt(() => control.change())}
      />
      <p class="field-problem" role="alert">
        {failed.value ? words.failed : ''}
      </p>
    </section>
  )
}
