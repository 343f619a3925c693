import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { useWords } from '../../ui/page-context.ts'
import { loadNewerPage, lookForNewerPage, newerPageIsThere } from './newer-page.ts'

interface MissingPartProps {
  /** Fetches the code once more. */
  readonly onTryAgain: () => void
}

/** Says why a part of the page did not come: after an update of the edge there is another page, without it. */
export function MissingPartText(): JSX.Element {
  const { newerPage, opening } = useWords()
  useEffect(() => {
    lookForNewerPage().catch(reportError)
  }, [])
  return (
    <span data-missing-part>
      {newerPageIsThere.value ? `${newerPage.isThere} ${newerPage.opensThis}` : opening.failedText}
    </span>
  )
}

/** What one can do about it. Loading the page again leaves nobody: whoever is in a room comes back to it (R6). */
export function MissingPartActions({ onTryAgain }: MissingPartProps): JSX.Element {
  const { newerPage, opening } = useWords()
  return (
    <>
      <button type="button" class="button" data-action="try-again" onClick={onTryAgain}>
        {opening.tryAgain}
      </button>
      <button type="button" class="button" data-action="load-newer" onClick={loadNewerPage}>
        {newerPageIsThere.value ? newerPage.load : opening.reload}
      </button>
    </>
  )
}

/** Stands where the part of the page was to be. */
export const MissingPart = (props: MissingPartProps): JSX.Element => (
  <div class="stack" role="alert">
    <p>
      <MissingPartText />
    </p>
    <MissingPartActions {...props} />
  </div>
)
