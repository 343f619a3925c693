import type { JSX } from 'preact'
import { useWords } from '../../ui/page-context.ts'
import { readSite } from './site.ts'

/** Who runs this site: by their name, or as that. */
export function SiteName(): JSX.Element {
  const { colophon } = useWords()
  return <>{readSite().operator ?? colophon.thisSite}</>
}
