import { useSignal } from '@preact/signals'
import { MessageSquare } from 'lucide'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { DismissButton } from '../../../ui/notices/notice-actions.tsx'
import { NoticeCard } from '../../../ui/notices/notice-card.tsx'
import { useWords } from '../../../ui/page-context.ts'
import type { NoticeProps } from '../../panel/panel.ts'
import { messageSentence } from './message-sentence.ts'
import { unreadChatOf } from './unread-chat.ts'

const SHOWN_MS = 6_000

/** The message that has just come, for a moment, while the chat is closed. */
export function ChatPreview({ session, open }: NoticeProps): JSX.Element | null {
  const words = useWords()
  const heard = unreadChatOf(session).latest.value
  const over = useSignal<number | null>(null)
  const id = heard?.id ?? null
  useEffect(() => {
    if (id === null) return
    const timer = setTimeout(() => {
      over.value = id
    }, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [id, over])
  if (heard === null || over.value === id || open.value === 'chat') return null
  return (
    <NoticeCard
      key={heard.id}
      icon={MessageSquare}
      data-preview=""
      actions={
        <DismissButton
          action="dismiss-preview"
          onDismiss={() => {
            over.value = heard.id
          }}
        />
      }
    >
      <button
        type="button"
        class="notice-link"
        data-action="read-preview"
        onClick={() => {
          open.value = 'chat'
        }}
      >
        <bdi>{messageSentence(heard, words)}</bdi>
      </button>
    </NoticeCard>
  )
}
