import type { PeerId } from '../../../../protocol/ids.ts'
import { type OpenedMessage, UNREADABLE } from '../../../core/encryption/opened.ts'
import type { FileDescription } from '../../files/file-payload.ts'
import { payloadReader } from '../../read-payload.ts'
import { ChatPayload } from '../chat-payload.ts'

const readSaid = payloadReader(ChatPayload)

/** Whom a message was for, seen by oneself: everyone, the moderators, or two people alone. */
type Circle =
  | { readonly to: 'everyone' | 'moderators' }
  /** `other` is whoever of the two one is not. */
  | { readonly to: 'peer'; readonly other: PeerId; readonly mine: boolean }

/** What one person said in one go. */
export interface MessageGroup {
  /** The id of its first message. */
  readonly id: number
  readonly from: PeerId
  readonly name: string
  readonly own: boolean
  readonly circle: Circle
  /** When it began (ms since the epoch). */
  readonly at: number
  readonly lines: readonly Line[]
}

/** One message: what it says, and the file that came with it. */
interface Line {
  /** The number of the message. */
  readonly id: number
  /** Empty where there is only a file; null where it was for a page that one had before, and cannot be read any more. */
  readonly text: string | null
  readonly file: FileDescription | null
}

/** A later message begins a new group, with its own time beside it. */
const GROUP_MAX_MS = 3 * 60_000

interface GrowingGroup extends MessageGroup {
  readonly lines: Line[]
}

/** The messages as one reads them; what says nothing that this page understands is left out. */
export function threadOf(messages: readonly OpenedMessage[], self: PeerId | null): readonly MessageGroup[] {
  const groups: GrowingGroup[] = []
  for (const message of messages) {
    const said = readSaid(message)
    const isUnreadable = message.addressee.to === 'peer' && message.payload === UNREADABLE
    if (said === null && !isUnreadable) continue
    const line: Line = { id: message.id, text: said?.text ?? null, file: said?.file ?? null }
    const circle = circleOf(message, self)
    const last = groups.at(-1)
    if (last && continues(last, message, circle)) {
      // Of several that cannot be read one is enough.
      if (line.text !== null || last.lines.at(-1)?.text !== null) last.lines.push(line)
      continue
    }
    const { id, from, name, at } = message
    groups.push({ id, from, name, own: from === self, circle, at, lines: [line] })
  }
  return groups
}

function circleOf({ from, addressee }: OpenedMessage, self: PeerId | null): Circle {
  if (addressee.to !== 'peer') return { to: addressee.to }
  const mine = from === self
  return { to: 'peer', other: mine ? addressee.peer : from, mine }
}

const continues = (group: MessageGroup, message: OpenedMessage, circle: Circle): boolean =>
  group.from === message.from &&
  group.name === message.name &&
  message.at - group.at < GROUP_MAX_MS &&
  group.circle.to === circle.to &&
  (group.circle.to !== 'peer' || circle.to !== 'peer' || group.circle.other === circle.other)
