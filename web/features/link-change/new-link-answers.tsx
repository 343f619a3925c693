import type { JSX } from 'preact'
import { CopyButton } from '../../ui/copy-button.tsx'
import { DismissButton } from '../../ui/notices/notice-actions.tsx'
import { roomLink } from '../invite/room-link.ts'
import type { NoticeProps } from '../panel/panel.ts'

interface NewLinkAnswersProps extends NoticeProps {
  readonly onDismiss: () => void
}

/** What one can do when the link was changed: a moderator hands on the new one. */
export function NewLinkAnswers({ session, open, onDismiss }: NewLinkAnswersProps): JSX.Element {
  const { room, secret, view } = session
  const link = roomLink(location.origin, { room, secret: secret.value })
  return (
    <>
      {view.value.moderates && (
        <CopyButton
          link={link}
          class="button small honey"
          onRefused={() => {
            open.value = 'invite'
          }}
        />
      )}
      <DismissButton action="dismiss-new-link" onDismiss={onDismiss} />
    </>
  )
}
