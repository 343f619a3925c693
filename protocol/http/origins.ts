import * as v from 'valibot'

/** What stands between commas, without blanks. */
const listOf = (text: string): string[] => text.split(/[\s,]+/).filter((each) => each !== '')

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text

/** An origin as browsers write it (RFC 6454 §6.2): scheme, host, and port where it is not the usual one. */
const Origin = v.pipe(
  v.string(),
  v.check(
    (text) => /^https?:/.test(text) && isOrigin(text),
    'has what is no origin, such as https://example.org',
  ),
)

/** Origins that an operator lists, separated by commas; `null` is that of a sandboxed frame. */
export const OriginList = v.pipe(
  v.optional(v.string(), ''),
  v.transform(listOf),
  v.array(v.union([v.literal('null'), Origin], 'has what is no origin, such as https://example.org')),
)

/** Who may embed, as `frame-ancestors` has it (W3C CSP 3 §6.4.2): origins, or all names below one. */
export const AncestorList = v.pipe(
  v.string(),
  v.transform(listOf),
  v.array(
    v.union(
      [v.literal('*'), Origin, v.pipe(v.string(), v.regex(/^https?:\/\/\*(?:\.[a-z0-9-]+)+(?::\d{1,5})?$/))],
      'has what is neither an origin, such as https://example.org, nor *',
    ),
  ),
)
