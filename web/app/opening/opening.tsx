import type { JSX } from 'preact'
import { Masthead } from '../../ui/masthead.tsx'
import { useWords } from '../../ui/page-context.ts'

/** Between the click and the room, while the last of the code arrives: nothing for 300 ms, then a word. */
export function Opening(): JSX.Element {
  const { opening } = useWords()
  return (
    <div class="sheet">
      <main class="message" data-view="before" aria-busy="true">
        <h1 tabIndex={-1} class="after-a-while">
          {opening.wait}
        </h1>
      </main>
    </div>
  )
}

/** The room's code did not arrive. */
export function Unloaded(): JSX.Element {
  const { opening } = useWords()
  return (
    <div class="sheet">
      <Masthead />
      <main class="message" data-view="before">
        <h1 tabIndex={-1}>{opening.failedTitle}</h1>
        <p>{opening.failedText}</p>
        <button type="button" class="button honey" data-action="reload" onClick={() => location.reload()}>
          {opening.reload}
        </button>
      </main>
    </div>
  )
}
