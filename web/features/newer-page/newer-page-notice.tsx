import { CloudOff, Sparkles } from 'lucide'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { RoomSession } from '../../core/session/room-session.ts'
import { missingParts } from '../../ui/lazily.tsx'
import { NoticeCard } from '../../ui/notices/notice-card.tsx'
import { useWords } from '../../ui/page-context.ts'
import { MissingPartActions, MissingPartText } from './missing-part.tsx'
import { loadNewerPage, lookAfterCuts, newerPageIsThere } from './newer-page.ts'

const tryAllAgain = (): void => {
  for (const tryAgain of missingParts.peek()) tryAgain()
}

/**
 * Says in a line that there is a newer page. Nobody has to do anything: it comes when one leaves (H6). All of it is here at once,
 * for its code might not be there any more when it is needed.
 */
export function NewerPageNotice({ session }: { readonly session: RoomSession }): JSX.Element {
  const { newerPage } = useWords()
  useEffect(() => lookAfterCuts(session.view), [session])
  return (
    <div class="notice-place" role="status">
      {missingParts.value.length > 0 && (
        <NoticeCard
          icon={CloudOff}
          data-notice="missing-part"
          actions={<MissingPartActions onTryAgain={tryAllAgain} />}
        >
          <MissingPartText />
        </NoticeCard>
      )}
      {newerPageIsThere.value && (
        <NoticeCard
          icon={Sparkles}
          data-notice="newer-page"
          mark={{ label: newerPage.isThere, byItself: true }}
          actions={
            <button type="button" class="button" data-action="load-newer" onClick={loadNewerPage}>
              {newerPage.load}
            </button>
          }
        >
          {newerPage.isThere} {newerPage.comes}
        </NoticeCard>
      )}
    </div>
  )
}
