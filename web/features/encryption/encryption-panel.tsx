import type { JSX } from 'preact'
import { lazilyWorded } from '../../ui/lazily-worded.tsx'
import { CarriedBy } from '../connection/carried-by.tsx'
import { MissingPart } from '../newer-page/missing-part.tsx'
import type { PanelProps } from '../panel/panel.ts'

const Explanation = lazilyWorded(async () => (await import('./explained/explanation.tsx')).Explanation, {
  failed: (tryAgain) => <MissingPart onTryAgain={tryAgain} />,
})

/** What the shield means: who is kept out, and what encryption cannot do; or who could listen. */
export function EncryptionPanel({ session }: PanelProps): JSX.Element {
  const { encryption, carriedBy } = session.view.value
  return (
    <div class="stack" data-encryption={encryption}>
      <Explanation session={session} />
      <CarriedBy by={carriedBy} when="carriedBy" encrypted={encryption !== 'none'} />
    </div>
  )
}
