import { type ReadonlySignal, signal } from '@preact/signals'
import type { RoomSecret } from '../../core/encryption/room-secret.ts'
import { drawWords, keysOfWords, secretInWords } from '../../core/encryption/spoken-words.ts'
import { perSession } from '../../core/session/per-session.ts'
import { phraseOf } from '../../i18n/word-lists/typed-words.ts'
import { loadWordList } from '../../i18n/word-lists/word-lists.ts'
import type { Language } from '../../settings/language-tags.ts'

/** Words that this page drew for the room. */
interface OwnWords {
  /** As the room calls them: once it goes by another number, they open it no longer. */
  readonly number: number
  readonly language: Language
  readonly words: readonly string[]
}

/** How moderators have a room told aloud (D12); what the edge refuses rejects with a ProtocolError. */
interface SpokenWordsControl {
  /** The last that this page drew, in its memory alone. */
  readonly own: ReadonlySignal<OwnWords | null>
  /** Draws words of that language, which lead into the room from now on, and no others. */
  make(language: Language, secret: RoomSecret): Promise<void>
  /** None lead into it any more. */
  takeBack(): Promise<void>
}

export const spokenWordsOf = perSession(({ room, ask }): SpokenWordsControl => {
  const own = signal<OwnWords | null>(null)
  return {
    own,
    make: async (language, secret) => {
      const words = drawWords(await loadWordList(language))
      const spoken = await secretInWords(await keysOfWords(phraseOf(words), room), secret)
      const { number } = await ask('set-spoken-words', { words: spoken })
      own.value = number === null ? null : { number, language, words }
    },
    takeBack: async () => {
      await ask('set-spoken-words', { words: null })
      own.value = null
    },
  }
})
