import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { Person } from '../../core/session/room-session.ts'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { ModeratorTools } from '../moderation/moderator-tools.tsx'
import type { PanelProps } from '../panel/panel.ts'
import { PersonRow } from './person-row.tsx'

/** From how many people on one may search for a name. */
const SEARCH_FROM = 12

/** Everybody in the room: raised hands first, in their order, then the others in the order of arrival. */
export function PeoplePanel({ session, open }: PanelProps): JSX.Element {
  const words = useFurtherWords()
  const wanted = useSignal('')
  const { people, moderates } = session.view.value
  const searchable = people.length >= SEARCH_FROM
  const found = searchable ? people.filter((person) => isFound(person.name, wanted.value)) : people
  return (
    <div class="stack">
      {searchable && (
        <input
          type="search"
          aria-label={words.people.search}
          placeholder={words.people.search}
          value={wanted.value}
          onInput={(event) => {
            wanted.value = event.currentTarget.value
          }}
        />
      )}
      <ul class="people">
        {handsFirst(found).map((person) => (
          <PersonRow key={person.id} person={person} session={session} panel={open} />
        ))}
      </ul>
      {found.length === 0 && <p class="quiet">{words.people.nobodyFound}</p>}
      {moderates && <ModeratorTools session={session} />}
    </div>
  )
}

const handsFirst = (people: readonly Person[]): Person[] => {
  const after = people.length + 1
  return people.toSorted((one, other) => (one.hand ?? after) - (other.hand ?? after))
}

/** Case and accents make no difference. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()

const isFound = (name: string, wanted: string): boolean => plain(name).includes(plain(wanted.trim()))
