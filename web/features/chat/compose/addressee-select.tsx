import type { JSX } from 'preact'
import type { Addressee } from '../../../../protocol/page-edge/messages.ts'
import type { RoomSession } from '../../../core/session/room-session.ts'
import { useFurtherWords } from '../../../ui/lazily-worded.tsx'
import type { ChatOfRoom } from '../chat-of-room.ts'
import type { NameOf } from '../use-names.ts'

interface AddresseeSelectProps {
  readonly session: RoomSession
  readonly chat: ChatOfRoom
  readonly nameOf: NameOf
}

const keyOf = (addressee: Addressee): string => (addressee.to === 'peer' ? addressee.peer : addressee.to)

/** Whom one writes to. Somebody who has left stays chosen: what was meant for one is never said to all. */
export function AddresseeSelect({ session, chat, nameOf }: AddresseeSelectProps): JSX.Element {
  const { chat: words } = useFurtherWords()
  const { people } = session.view.value
  const others = people.filter((person) => !person.self)
  const chosen = chat.addressee.value
  const gone = chosen.to === 'peer' && !others.some(({ id }) => id === chosen.peer) ? chosen.peer : null
  const choose = (value: string): void => {
    const person = others.find(({ id }) => id === value)
    if (person) chat.addressee.value = { to: 'peer', peer: person.id }
    else if (value === 'moderators' || value === 'everyone') chat.addressee.value = { to: value }
  }
  return (
    <label>
      <span>{words.addressee}</span>
      <select name="addressee" value={keyOf(chosen)} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="everyone">{words.everyone}</option>
        <option value="moderators">{words.moderators}</option>
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        {gone !== null && <option value={gone}>{words.gone(nameOf(gone))}</option>}
      </select>
    </label>
  )
}
