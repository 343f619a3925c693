import type { JSX } from 'preact'
import { useWords } from '../../ui/page-context.ts'
import { buildName } from '../newer-page/own-build.ts'

/** Which build this page is of, to be copied and compared (docs/verify-build.md). Nothing on a page that was not built. */
export function BuildName(): JSX.Element | null {
  const { colophon } = useWords()
  const name = buildName()
  if (name === null) return null
  return (
    <p>
      <span>
        {colophon.build} <code data-build={name}>{name}</code>
      </span>
      <span>{colophon.buildUse}</span>
    </p>
  )
}
