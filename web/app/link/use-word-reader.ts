import { type ReadonlySignal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { WordReader } from '../../i18n/word-lists/typed-words.ts'
import { loadWordLists } from '../../i18n/word-lists/word-lists.ts'

/** What reads the words that somebody types; null while the lists are on their way, `failed` where they did not come. */
export function useWordReader(): ReadonlySignal<WordReader | 'failed' | null> {
  const reader = useSignal<WordReader | 'failed' | null>(null)
  useEffect(() => {
    loadWordLists().then(
      (lists) => {
        reader.value = new WordReader(lists)
      },
      (error) => {
        console.warn('word lists:', error)
        reader.value = 'failed'
      },
    )
  }, [])
  return reader
}
