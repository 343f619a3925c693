import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { perSession } from '../../core/session/per-session.ts'
import { unreadChatOf } from '../../features/chat/unread/unread-chat.ts'
import type { NoticeProps } from '../../features/panel/panel.ts'
import { speakingTimesOf } from '../../features/speaking-time/speaking-times.ts'
import { lazily } from '../../ui/lazily.tsx'
import { lazilyWorded } from '../../ui/lazily-worded.tsx'
import { useSettings } from '../../ui/page-context.ts'

const ChatPreview = lazily(
  async () => (await import('../../features/chat/unread/chat-preview.tsx')).ChatPreview,
)
const RecordingNotice = lazilyWorded(
  async () => (await import('../../features/recording/recording-notice.tsx')).RecordingNotice,
)
/** What is sealed comes as it was sent, unless somebody interferes. */
const TamperedNotice = lazilyWorded(
  async () => (await import('../../features/encryption/tampered-notice.tsx')).TamperedNotice,
)
const PollNotice = lazilyWorded(async () => (await import('../../features/polls/poll-notice.tsx')).PollNotice)

/**
 * Hears from the first moment on what others' pages say about files, and fetches the code that answers when it is needed:
 * whoever has reloaded the page is asked for files that it has no more, and says so.
 */
const hearFiles = perSession((session) =>
  session.messages.listen('file', (message) => {
    import('../../features/files/files-of-room.ts')
      .then(({ filesOf }) => filesOf(session).handle(message))
      .catch(reportError)
  }),
)

/** Says above the faces what the room does together; its code comes with the first that there is to say. */
export function FeatureNotices(props: NoticeProps): JSX.Element {
  const { session } = props
  const { messages } = session
  useEffect(() => {
    speakingTimesOf(session)
    hearFiles(session)
  }, [session])
  const { messagePreviews } = useSettings().value.value
  const heard = unreadChatOf(session).latest.value !== null
  return (
    <>
      <div role="status">
        {messages.of('recording').value.length > 0 && <RecordingNotice {...props} />}
        {messages.of('poll').value.length > 0 && <PollNotice {...props} />}
        {session.view.value.tampered > 0 && <TamperedNotice session={session} />}
      </div>
      {heard && messagePreviews && <ChatPreview {...props} />}
    </>
  )
}
