import type { Signal } from '@preact/signals'
import { MessageSquare } from 'lucide'
import type { JSX } from 'preact'
import { useLayoutEffect } from 'preact/hooks'
import type { RoomSession } from '../../../core/session/room-session.ts'
import { useWords } from '../../../ui/page-context.ts'
import type { PanelName } from '../../panel/panel.ts'
import { PanelButton } from '../../panel/panel-button.tsx'
import { SHORTCUTS } from '../../shortcuts/shortcuts.ts'
import { unreadChatOf } from './unread-chat.ts'

interface ChatButtonProps {
  readonly session: RoomSession
  readonly panel: Signal<PanelName | null>
}

/** Opens the chat, and counts what came since one last looked. */
export function ChatButton({ session, panel }: ChatButtonProps): JSX.Element {
  const { chat } = useWords()
  const unreadChat = unreadChatOf(session)
  const unread = unreadChat.unread.value
  const looking = panel.value === 'chat'
  useLayoutEffect(() => {
    if (looking && unread > 0) unreadChat.seen()
  }, [unreadChat, looking, unread])
  return (
    <PanelButton
      panel="chat"
      open={panel}
      icon={MessageSquare}
      label={unread > 0 && !looking ? `${chat.title}, ${chat.unread(unread)}` : chat.title}
      shortcut={SHORTCUTS.chat}
      count={looking ? 0 : unread}
    />
  )
}
