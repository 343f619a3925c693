import type { JSX } from 'preact'
import { contactLink, OWN_SOURCE } from '../../../protocol/http/site.ts'
import { useWords } from '../../ui/page-context.ts'
import { BuildName } from './build-name.tsx'
import { readSite } from './site.ts'

/**
 * Who runs this site and how they are reached, what the page is made of, and the source of all that runs here, which whoever
 * uses it over a network is offered (AGPL-3.0 §13). That and the licences are built beside the page.
 */
export function Colophon(): JSX.Element {
  const { colophon } = useWords()
  const { operator, contact, legal } = readSite()
  return (
    <footer class="colophon quiet">
      {(operator ?? contact ?? legal) !== null && (
        <p>
          {operator !== null && (
            <span data-site="operator">
              {colophon.operator} {operator}
            </span>
          )}
          {contact !== null && (
            <a data-site="contact" href={contactLink(contact)}>
              {colophon.contact}
            </a>
          )}
          {legal !== null && (
            <a data-site="legal" href={legal}>
              {colophon.legal}
            </a>
          )}
        </p>
      )}
      <p>
        <span>
          {colophon.licence} <SourceLink />
        </span>
        <a href="/privacy" data-site="privacy">
          {colophon.kept}
        </a>
        <a href="/licenses.txt" target="_blank" rel="noopener">
          {colophon.licences}
        </a>
      </p>
      <BuildName />
    </footer>
  )
}

/** Where the source of what runs here is. */
export function SourceLink(): JSX.Element {
  const { colophon } = useWords()
  const { source } = readSite()
  return source === null ? (
    <a data-site="source" href={OWN_SOURCE} download>
      {colophon.source}
    </a>
  ) : (
    <a data-site="source" href={source}>
      {colophon.source}
    </a>
  )
}
