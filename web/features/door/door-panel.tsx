import { DoorClosed, Lock } from 'lucide'
import type { JSX } from 'preact'
import { useAttempt } from '../../ui/hooks/use-attempt.ts'
import { lazilyWorded, useFurtherWords } from '../../ui/lazily-worded.tsx'
import { useWords } from '../../ui/page-context.ts'
import { Switch } from '../../ui/switches/switch.tsx'
import { MissingPart } from '../newer-page/missing-part.tsx'
import type { PanelProps } from '../panel/panel.ts'
import { doorOf } from './door-control.ts'
import { DoorPassword } from './door-password.tsx'
import { doorStateOf } from './door-state.ts'
import { Knocks } from './knocks.tsx'

/** Only encrypted rooms have a link that can be changed. */
const ChangeLink = lazilyWorded(async () => (await import('../link-change/change-link.tsx')).ChangeLink, {
  failed: (tryAgain) => <MissingPart onTryAgain={tryAgain} />,
})

/** Who waits to come in, and what stands before whoever comes: lobby, password, lock. */
export function DoorPanel({ session }: PanelProps): JSX.Element {
  const { door: words } = useFurtherWords()
  const { state, failed: didNotWork } = useWords().door
  const { failed, attempt } = useAttempt()
  const { view } = session
  const door = doorOf(session)
  const { lobby, locked, knocks, moderates, people } = view.value
  const opened = people.some((person) => person.self && person.creator)
  if (!moderates) return <p>{state[doorStateOf(view.value)]}</p>
  return (
    <div class="stack door">
      <p class="field-problem" role="alert">
        {failed.value ? didNotWork : ''}
      </p>
      {(lobby || knocks.length > 0) && <Knocks door={door} knocks={knocks} attempt={attempt} />}
      <div>
        <Switch
          action="lobby"
          icon={DoorClosed}
          on={lobby}
          label={words.lobby}
          hint={words.lobbyHint}
          onChange={(on) => attempt(() => door.setLobby(on))}
        />
        <Switch
          action="lock"
          icon={Lock}
          on={locked}
          label={words.lock}
          hint={words.lockHint}
          onChange={(on) => attempt(() => door.setLocked(on))}
        />
      </div>
      <DoorPassword door={door} isSet={view.value.password} attempt={attempt} />
      {view.value.encryption !== 'none' && <ChangeLink session={session} />}
      <p class="quiet">{opened ? words.keeps : words.keepsNot}</p>
    </div>
  )
}
