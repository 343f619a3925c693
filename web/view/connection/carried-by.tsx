import type { JSX } from 'preact'
import type { RoomSession } from '../../session/room-session.ts'
import { useWords } from '../page-context.ts'

/** Who lends the node that carries us; nothing where nobody does. */
export function CarriedBy({ session }: { readonly session: RoomSession }): JSX.Element | null {
  const { connection } = useWords()
  const { carriedBy } = session.view.value
  if (carriedBy === null) return null
  const { name, link } = carriedBy
  return (
    <p class="quiet carried-by" data-carried-by={name}>
      {connection.carriedBy}{' '}
      {link === null ? (
        name
      ) : (
        <a href={link} rel="noopener noreferrer" target="_blank">
          {name}
        </a>
      )}
    </p>
  )
}
