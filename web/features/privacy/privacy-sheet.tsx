import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Language } from '../../settings/language-tags.ts'
import { Masthead } from '../../ui/masthead.tsx'
import { useDictionary } from '../../ui/page-context.ts'
import { Foot } from '../site/foot.tsx'
import { KEPT, type KeptRow, type KeptWords } from './kept-words.ts'
import { keptWordsOf } from './kept-words-of.ts'
import { RETENTION } from './retention.ts'

const CELLS = ['where', 'why', 'until'] as const satisfies readonly (keyof KeptRow)[]

/** What is kept of whom, in the language of the page. */
export function PrivacyView(): JSX.Element {
  const { language, words } = useDictionary()
  const { said, failed, tryAgain } = useKeptWords(language)
  return (
    <div class="sheet">
      <Masthead />
      <main class="stats" data-view="privacy" aria-busy={said === null && !failed}>
        {said && <Said words={said} />}
        {failed && (
          <div class="stack tight" role="alert">
            <p>{words.colophon.keptFailed}</p>
            <button type="button" class="button" data-action="try-again" onClick={tryAgain}>
              {words.opening.tryAgain}
            </button>
          </div>
        )}
        <div class="choices">
          <a class="button honey" href="/">
            {words.stats.open}
          </a>
        </div>
      </main>
      <Foot />
    </div>
  )
}

/** The words of that language; those of another one stay until they are here. */
function useKeptWords(language: Language) {
  const said = useSignal<KeptWords | null>(null)
  const failed = useSignal(false)
  const tries = useSignal(0)
  useEffect(() => {
    let isWanted = true
    failed.value = false
    keptWordsOf(language).then(
      (words) => {
        if (isWanted) said.value = words
      },
      (error: unknown) => {
        if (isWanted) failed.value = true
        reportError(error)
      },
    )
    return () => {
      isWanted = false
    }
  }, [language, tries.value])
  const tryAgain = (): void => {
    tries.value += 1
  }
  return { said: said.value, failed: failed.value, tryAgain }
}

function Said({ words }: { readonly words: KeptWords }): JSX.Element {
  const seen = words.seen(RETENTION)
  return (
    <>
      <div class="stack tight prose">
        <h1 tabIndex={-1}>{words.title}</h1>
        <p>{words.lead}</p>
      </div>
      <KeptTable words={words} />
      <Section title={words.seenTitle} sentences={seen} />
      <Section title={words.hideTitle} sentences={words.hide} />
    </>
  )
}

function Section({
  title,
  sentences,
}: {
  readonly title: string
  readonly sentences: readonly string[]
}): JSX.Element {
  return (
    <section class="stack tight prose">
      <h2>{title}</h2>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  )
}

/** On a narrow screen each row is a small list, and its cells name their columns (privacy.css). */
function KeptTable({ words }: { readonly words: KeptWords }): JSX.Element {
  const { columns, title } = words
  const rows = words.rows(RETENTION)
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: laid out as something else, a table is none to some screen readers.
    <table class="kept-table" role="table">
      <caption class="visually-hidden">{title}</caption>
      <thead>
        <tr role="row">
          <th scope="col">{columns.what}</th>
          {CELLS.map((cell) => (
            <th key={cell} scope="col">
              {columns[cell]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {KEPT.map((kept) => (
          <tr key={kept} role="row" data-kept={kept}>
            <th scope="row">{rows[kept].what}</th>
            {CELLS.map((cell) => (
              <td key={cell} role="cell" data-column={columns[cell]}>
                {rows[kept][cell]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: as above.
  )
}
