import type { JSX } from 'preact'
import { useWords } from '../page-context.ts'

/**
 * What the page is made of, and the source of all that runs here, which whoever uses it over a network is offered (AGPL-3.0 §13).
 * Both files are built beside the page.
 */
export function Colophon(): JSX.Element {
  const { colophon } = useWords()
  return (
    <footer class="colophon quiet">
      {colophon.licence}{' '}
      <a href="/source.tar.gz" download>
        {colophon.source}
      </a>
      {' · '}
      <a href="/licenses.txt" target="_blank" rel="noopener">
        {colophon.licences}
      </a>
    </footer>
  )
}
