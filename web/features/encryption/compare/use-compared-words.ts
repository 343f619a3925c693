import { type ReadonlySignal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { toBase64url } from '../../../../protocol/base64url.ts'
import { loadWordList } from '../../../i18n/word-lists/word-lists.ts'
import type { Language } from '../../../settings/language-tags.ts'
import { wordNumbersOf } from './compared-words.ts'

/** The words of one epoch in one language, where they are there. */
export interface ComparedWords {
  /** Null as long as they are on their way: those of another epoch or language are never shown in their place. */
  readonly words: readonly string[] | null
  /** Fetches the list of the language once more, where it did not come; null where it did, or may yet. */
  readonly tryAgain: (() => void) | null
  /** Whether other words stood here since one looks: somebody came or went. */
  readonly renewed: boolean
}

interface Found {
  readonly of: string
  /** Null where the list did not come. */
  readonly words: readonly string[] | null
}

/** The words that stand for the keys which have this authenticator, in that language. */
export function useComparedWords(authenticator: Uint8Array, language: Language): ComparedWords {
  const epoch = toBase64url(authenticator)
  const of = `${epoch} ${language}`
  const found = useSignal<Found | null>(null)
  const tries = useSignal(0)
  const first = useSignal(epoch)
  useEffect(() => {
    if (found.peek()?.of === of && found.peek()?.words) return
    let isWanted = true
    const take = (words: readonly string[] | null): void => {
      if (isWanted) found.value = { of, words }
    }
    wordsOf(authenticator, language).then(take, (cause) => {
      take(null)
      reportError(cause)
    })
    return () => {
      isWanted = false
    }
  }, [of, tries.value])
  return { ...shown(found, of, tries), renewed: epoch !== first.value }
}

function shown(
  found: ReadonlySignal<Found | null>,
  of: string,
  tries: { value: number },
): Pick<ComparedWords, 'words' | 'tryAgain'> {
  if (found.value?.of !== of) return { words: null, tryAgain: null }
  const { words } = found.value
  const tryAgain = (): void => {
    tries.value += 1
  }
  return { words, tryAgain: words === null ? tryAgain : null }
}

async function wordsOf(authenticator: Uint8Array, language: Language): Promise<readonly string[]> {
  const [numbers, list] = await Promise.all([wordNumbersOf(authenticator), loadWordList(language)])
  return numbers.map((number) => list[number] ?? '')
}
