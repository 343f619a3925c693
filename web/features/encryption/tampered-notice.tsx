import { ShieldAlert } from 'lucide'
import type { JSX } from 'preact'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { NoticeCard } from '../../ui/notices/notice-card.tsx'
import type { NoticeProps } from '../panel/panel.ts'

/** Something came that could not be opened. With each further one, it is spelt out anew. */
export function TamperedNotice({ session }: Pick<NoticeProps, 'session'>): JSX.Element {
  const { explained } = useFurtherWords()
  const { tampered } = session.view.value
  return (
    <NoticeCard
      key={tampered}
      icon={ShieldAlert}
      data-notice="tampered"
      mark={{ label: explained.tampered, byItself: true }}
    >
      {explained.tampered}
    </NoticeCard>
  )
}
