import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Person, RoomSession } from '../../core/session/room-session.ts'
import { ChatPayload } from '../../features/chat/chat-payload.ts'
import { messageSentence } from '../../features/chat/unread/message-sentence.ts'
import { readPayload } from '../../features/read-payload.ts'
import { useSettings, useWords } from '../../ui/page-context.ts'
import { arrivals, handsRaised, renamings } from './arrivals.ts'

/** What screen readers read of a long message: the rest stands in the chat. */
const READ_OUT_MAX_LENGTH = 300

interface AnnouncerProps {
  readonly session: Pick<RoomSession, 'view' | 'messages'>
}

/**
 * Tells screen readers, politely, who came, who went, who is called otherwise, whose hand went up and what was written; not who was there already,
 * and not what one turned off.
 */
export function Announcer({ session }: AnnouncerProps): JSX.Element {
  const words = useWords()
  const { hands } = words
  const { announceArrivals, announceHands, announceMessages } = useSettings().value.value
  const { people } = session.view.value
  const before = useRef<readonly Person[]>([])
  const said = useSignal('')
  useEffect(() => {
    const welcomed = before.current.length > 0
    const { arrived, gone } = arrivals(before.current, people)
    const raised = handsRaised(before.current, people)
    const renamed = renamings(before.current, people).filter(({ self }) => self || announceArrivals)
    before.current = people
    if (!welcomed || people.length === 0) return
    const sentences = [
      ...(arrived.length > 0 && announceArrivals ? [words.arrivals.arrived(arrived)] : []),
      ...(gone.length > 0 && announceArrivals ? [words.arrivals.gone(gone)] : []),
      ...renamed.map(({ from, to }) => words.arrivals.renamed(from, to)),
      ...(raised.length > 0 && announceHands ? [hands.raised(raised)] : []),
    ]
    if (sentences.length > 0) said.value = `${sentences.join('. ')}.`
  }, [people, words, hands, announceArrivals, announceHands, said])
  useEffect(() => {
    if (!announceMessages) return
    return session.messages.listen('chat', ({ name, addressee, payload }) => {
      const message = readPayload(ChatPayload, payload)
      if (message === null) return
      const heard = {
        name,
        text: message.text.slice(0, READ_OUT_MAX_LENGTH),
        file: message.file?.name ?? null,
        alone: addressee.to === 'peer',
      }
      said.value = messageSentence(heard, words)
    })
  }, [session, words, announceMessages, said])
  return (
    <p class="visually-hidden" role="status" data-announcer>
      {said.value}
    </p>
  )
}
