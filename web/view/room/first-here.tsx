import type { JSX } from 'preact'
import { useWords } from '../page-context.ts'
import { ShareLink } from './share-link.tsx'

/** Nobody else is here yet: the link to share, beside one's own picture. */
export function FirstHere({ link }: { readonly link: string }): JSX.Element {
  const { first } = useWords()
  return (
    <section class="first-here">
      <h2>{first.title}</h2>
      <p>{first.text}</p>
      <ShareLink link={link} first />
    </section>
  )
}
