import type { JSX } from 'preact'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { ShareLink } from '../invite/share-link.tsx'

/** The room is encrypted, and this browser cannot do that: says so, and gives the link for another one. */
export function CannotEncrypt({ link }: { readonly link: string }): JSX.Element {
  const { explained } = useFurtherWords()
  return (
    <div class="stack tight" data-problem="cannot-encrypt">
      <p role="alert">{explained.cannot}</p>
      <ShareLink link={link} first />
    </div>
  )
}
