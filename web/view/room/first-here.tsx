import type { JSX } from 'preact'
import type { CarriedBy as Carrier } from '../../session/room-session.ts'
import { CarriedBy } from '../connection/carried-by.tsx'
import { useWords } from '../page-context.ts'
import { ShareLink } from './share-link.tsx'

/** Nobody else is here yet: the link to share, beside one's own picture, and who carries the room. */
export function FirstHere({ link, by }: { readonly link: string; readonly by: Carrier }): JSX.Element {
  const { first } = useWords()
  return (
    <section class="first-here">
      <h2>{first.title}</h2>
      <p>{first.text}</p>
      <ShareLink link={link} first />
      <CarriedBy by={by} when="carriedBy" />
    </section>
  )
}
