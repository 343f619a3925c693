import { Hand, MicOff } from 'lucide'
import type { JSX } from 'preact'
import { Permissions } from '../../../protocol/page-edge/permissions.ts'
import type { RoomSession } from '../../core/session/room-session.ts'
import { useAttempt } from '../../ui/hooks/use-attempt.ts'
import { Icon } from '../../ui/icon.tsx'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { Switch } from '../../ui/switches/switch.tsx'
import { handsOf } from '../hands/hands.ts'
import { moderationOf } from './moderation.ts'

const KINDS = Object.keys(Permissions.entries) as (keyof Permissions)[]

/** What moderators do to everybody: mute, lower hands, and say what people may use. */
export function ModeratorTools({ session }: { readonly session: RoomSession }): JSX.Element {
  const { people: words } = useFurtherWords()
  const { failed, attempt } = useAttempt()
  const moderation = moderationOf(session)
  const { permissions, people } = session.view.value
  const heard = people.some((person) => !person.self && person.microphone === 'on')
  const raised = people.some((person) => person.hand !== null)
  return (
    <div class="stack moderator-tools">
      <div class="choices">
        <button
          type="button"
          class="button small"
          data-action="mute-all"
          disabled={!heard}
          onClick={() => attempt(() => moderation.stopSource(null, 'microphone'))}
        >
          <Icon node={MicOff} />
          {words.muteAll}
        </button>
        <button
          type="button"
          class="button small"
          data-action="lower-all"
          disabled={!raised}
          onClick={() => attempt(() => handsOf(session).lowerAll())}
        >
          <Icon node={Hand} />
          {words.lowerAll}
        </button>
      </div>
      <fieldset class="switches">
        <legend>{words.everybodyMay}</legend>
        {KINDS.map((kind) => (
          <Switch
            key={kind}
            action={`allow-${kind}`}
            label={words.permissions[kind]}
            on={permissions[kind]}
            onChange={(on) => attempt(() => moderation.setPermission(kind, on))}
          />
        ))}
      </fieldset>
      <p class="field-problem" role="alert">
        {failed.value ? words.failed : ''}
      </p>
    </div>
  )
}
