import { Lock } from 'lucide'
import { Fragment, type JSX } from 'preact'
import type { RoomSession } from '../../../core/session/room-session.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useFurtherWords } from '../../../ui/lazily-worded.tsx'
import { useDictionary } from '../../../ui/page-context.ts'
import { OthersFile, OwnFile } from '../../files/sent/sent-file.tsx'
import type { NameOf } from '../use-names.ts'
import { ChatText } from './chat-text.tsx'
import type { MessageGroup } from './thread.ts'

interface MessageGroupProps {
  readonly session: RoomSession
  readonly group: MessageGroup
  readonly nameOf: NameOf
}

/** What one person said in one go, with their name, the time, and whom it was for where that is not everyone. */
export function MessageGroupView({ session, group, nameOf }: MessageGroupProps): JSX.Element {
  const { language } = useDictionary()
  const { chat } = useFurtherWords()
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' })
  const { circle } = group
  const FileOf = group.own ? OwnFile : OthersFile
  const narrow =
    circle.to === 'moderators'
      ? chat.toModerators
      : circle.to === 'peer'
        ? circle.mine
          ? chat.toPerson(nameOf(circle.other))
          : chat.toYou
        : null
  return (
    <li class="message-group" data-own={group.own ? '' : undefined} data-circle={circle.to}>
      <p class="chat-head">
        <bdi class="name">{group.own ? chat.you : group.name}</bdi>
        {narrow !== null && (
          <span class="chat-circle">
            <Icon node={Lock} />
            <span dir="auto">{narrow}</span>
          </span>
        )}
        <time dateTime={new Date(group.at).toISOString()}>{time.format(group.at)}</time>
      </p>
      {group.lines.map(({ id, text, file }) => (
        <Fragment key={id}>
          {text === null && <p class="quiet">{chat.unreadable}</p>}
          {text && <ChatText text={text} />}
          {file !== null && (
            <FileOf session={session} sent={{ message: id, from: group.from, file }} name={group.name} />
          )}
        </Fragment>
      ))}
    </li>
  )
}
