import { quoted } from './quoted.ts'

const CSP = 'content-security-policy'
/** Not of what the page may do: those between may say otherwise for how long they keep a file. */
const NOT_COMPARED = new Set(['cache-control'])
/** What has a browser run, show, fetch or keep more than the page: none of it is ours. */
const FOREIGN = ['refresh', 'link', 'set-cookie', 'service-worker-allowed', 'sourcemap', 'x-sourcemap']
/** What has a browser tell others of where it was. Cloudflare adds some, unless its customer says no. */
const REPORTS = ['nel', 'report-to', 'reporting-endpoints', `${CSP}-report-only`]

/** The operator says who may embed rooms (H2), as one list; a comma would begin another policy. */
const EMBEDDERS = /frame-ancestors ([^;,]*)/

export interface HeadersVerdict {
  readonly differences: readonly string[]
  readonly remarks: readonly string[]
  /** Who may embed that page, as the edge says. */
  readonly embedders: string | null
}

/** @param embeddable - Whether it is a page that others may embed. */
export function compareHeaders(
  where: string,
  served: Headers,
  expected: ReadonlyMap<string, string>,
  embeddable = false,
): HeadersVerdict {
  const embedders = embeddable ? (EMBEDDERS.exec(served.get(CSP) ?? '')?.[1] ?? null) : null
  const wanted = (name: string, value: string) =>
    name === CSP && embedders !== null
      ? value.replace(EMBEDDERS, () => `frame-ancestors ${embedders}`)
      : value
  const differences = [...expected]
    .filter(([name, value]) => !NOT_COMPARED.has(name) && served.get(name) !== wanted(name, value))
    .map(([name, value]) => {
      const came = served.get(name)
      const instead = came === null ? 'does not come' : `is ${quoted(came)}`
      return `${where}: the header ${name} ${instead}; this build has ${quoted(wanted(name, value))}`
    })
  const foreign = FOREIGN.filter((name) => served.has(name)).map(
    (name) =>
      `${where}: comes with a header that the page has not, ${name}: ${quoted(served.get(name) ?? '')}`,
  )
  const remarks = REPORTS.filter((name) => served.has(name)).map(
    (name) => `Browsers are told to report what happens there to others (${name}).`,
  )
  return { differences: [...differences, ...foreign], remarks, embedders }
}
