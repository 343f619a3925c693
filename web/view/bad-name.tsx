import type { JSX } from 'preact'
import { useWords } from './page-context.ts'
import { Masthead } from './parts/masthead.tsx'

/** The address names no room: says why, and shows the way home. */
export function BadName({ written }: { readonly written: string }): JSX.Element {
  const { badName } = useWords()
  return (
    <div class="sheet">
      <Masthead />
      <main class="message" data-view="home">
        <h1 tabIndex={-1}>{badName.title}</h1>
        <p>{badName.text(written)}</p>
        <a class="button honey" href="/">
          {badName.home}
        </a>
      </main>
    </div>
  )
}
