import * as v from 'valibot'
import { SITE_META, Site } from '../../../protocol/http/site.ts'

const Written = v.pipe(v.string(), v.parseJson(), Site)

const NOBODY: Site = { operator: null, contact: null, source: null, legal: null }

/** Whose site this is, as its page says in its head; what makes no sense, or is not there, says nothing. */
export function readSite(): Site {
  const meta = document.querySelector<HTMLMetaElement>(`meta[name="${SITE_META}"]`)
  const read = v.safeParse(Written, meta?.content)
  return read.success ? read.output : NOBODY
}
