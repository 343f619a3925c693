import type { JSX } from 'preact'
import type { RoomSession } from '../../../core/session/room-session.ts'
import { useAttempt } from '../../../ui/hooks/use-attempt.ts'
import { useFurtherWords } from '../../../ui/lazily-worded.tsx'
import { Switch } from '../../../ui/switches/switch.tsx'

/** Whether the room asks all for their voices at a constant rate (K28): a moderator’s switch; to others, that it does. */
export function RateForAll({ session }: { readonly session: RoomSession }): JSX.Element | null {
  const { rate } = useFurtherWords().explained
  const { people: words } = useFurtherWords()
  const { failed, attempt } = useAttempt()
  const { moderates, constantRate } = session.view.value
  if (!moderates)
    return constantRate ? (
      <section class="stack tight" data-rate="constant">
        <h3>{rate.forAll}</h3>
        <p>{rate.hint}</p>
      </section>
    ) : null
  return (
    <div>
      <Switch
        action="rate-for-all"
        label={rate.forAll}
        hint={rate.hint}
        on={constantRate}
        onChange={(on) =>
          attempt(async () => void (await session.ask('set-constant-rate', { constantRate: on })))
        }
      />
      <p class="field-problem" role="alert">
        {failed.value ? words.failed : ''}
      </p>
    </div>
  )
}
