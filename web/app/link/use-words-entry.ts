import { type Signal, useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import type { RoomName } from '../../../protocol/names/room-name.ts'
import type { RoomLink } from '../../features/invite/room-link.ts'
import type { TypedWords } from '../../i18n/word-lists/typed-words.ts'
import { useDictionary } from '../../ui/page-context.ts'
import { secretByWords } from './secret-by-words.ts'
import { useWordReader } from './use-word-reader.ts'
import { problemOfRoom, problemOfTyped, type WordsProblem } from './words-problem.ts'

export interface SpokenWordsFormProps {
  readonly room: RoomName
  readonly onLink: (link: RoomLink) => void
}

interface WordsEntry {
  readonly text: Signal<string>
  readonly problem: Signal<WordsProblem | null>
  readonly busy: Signal<boolean>
  readonly field: RefObject<HTMLInputElement | null>
  /** What was typed, as it is read; null while the lists are not there. */
  readonly typed: TypedWords | null
  readonly open: (event: Event) => void
}

/** What the form knows, and what it does when somebody presses its button. */
export function useWordsEntry({ room, onLink }: SpokenWordsFormProps): WordsEntry {
  const { language } = useDictionary()
  const reader = useWordReader().value
  const text = useSignal('')
  const problem = useSignal<WordsProblem | null>(null)
  const busy = useSignal(false)
  const field = useRef<HTMLInputElement>(null)
  const typed = reader === null || reader === 'failed' ? null : reader.read(text.value, language)
  const refuse = (why: WordsProblem): void => {
    problem.value = why
    field.current?.focus()
  }
  const open = async (): Promise<void> => {
    if (busy.value) return
    if (typed === null) return reader === 'failed' ? refuse('unreachable') : undefined
    if (typed.words.length === 0) return field.current?.focus()
    const wrong = problemOfTyped(typed)
    if (wrong !== null) return refuse(wrong)
    busy.value = true
    try {
      const words = typed.words.flatMap(({ word }) => word ?? [])
      onLink({ room, secret: await secretByWords(words, room) })
    } catch (error) {
      console.warn('words:', error)
      refuse(problemOfRoom(error))
    } finally {
      busy.value = false
    }
  }
  return {
    ...{ text, problem, busy, field, typed },
    open: (event) => {
      event.preventDefault()
      open().catch(reportError)
    },
  }
}
