import * as v from 'valibot'
import { SITE_ADDRESS_MAX_LENGTH, SITE_NAME_MAX_LENGTH } from '../limits.ts'
import { tidyLine } from '../names/display-name.ts'

/** Where the edge offers the source of all that runs there (AGPL-3.0 §13): it is packed beside the page. */
export const OWN_SOURCE = '/source.tar.gz'

/** The name of the page's `<meta>` element that holds a `Site`, as JSON. */
export const SITE_META = 'essaim-site'

/** One address of the usual form, with nothing in it that a `mailto:` address would read as more (RFC 6068 §2). */
const MAIL = /^[a-z0-9.!#$*+/=_`{|}~-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i

const isWebAddress = (text: string, schemes: RegExp): boolean => schemes.test(text) && URL.canParse(text)

const WebAddress = v.pipe(
  v.string(),
  v.maxLength(SITE_ADDRESS_MAX_LENGTH, `has more than ${SITE_ADDRESS_MAX_LENGTH} characters`),
  v.check((text) => isWebAddress(text, /^https?:\/\/[^\s]+$/i), 'is no http or https address'),
)

/** What the page says of whoever runs it: it comes with the page, and is nobody's secret. */
export const Site = v.object({
  /** Who runs it. */
  operator: v.nullable(
    v.pipe(
      v.string(),
      v.check(
        (name) => [...name].length <= SITE_NAME_MAX_LENGTH && name !== '' && name === tidyLine(name),
        `is no tidy line of 1 to ${SITE_NAME_MAX_LENGTH} characters`,
      ),
    ),
  ),
  /** Where they are reached: a mail address, or a page. */
  contact: v.nullable(
    v.pipe(
      v.string(),
      v.maxLength(SITE_ADDRESS_MAX_LENGTH, `has more than ${SITE_ADDRESS_MAX_LENGTH} characters`),
      v.check(
        (text) => MAIL.test(text) || isWebAddress(text, /^https:\/\/[^\s]+$/i),
        'is neither a mail address nor an https address',
      ),
    ),
  ),
  /** Where the source of what runs there is: on other pages than its own, or null for `OWN_SOURCE`. */
  source: v.nullable(WebAddress),
  /** What they say about privacy, and about themselves as the law asks. */
  legal: v.nullable(WebAddress),
})
export type Site = v.InferOutput<typeof Site>

/** The address that a link to whoever runs the site has. */
export const contactLink = (contact: string): string => (MAIL.test(contact) ? `mailto:${contact}` : contact)
