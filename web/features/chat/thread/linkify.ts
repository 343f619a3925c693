/** A piece of a message: plain text, or an address that one may follow. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }

/** What is longer is no address that somebody means to be followed, and stays text. */
const ADDRESS_MAX_LENGTH = 2_048
const CANDIDATE = /https?:\/\/[^\s<>"]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/giu
const OPENERS = ['(', '[', '{']
const CLOSERS = [')', ']', '}']
const PUNCTUATION = /[.,;:!?'’»…*_]/u
const SAFE_PROTOCOLS = new Set(['http:', 'https:', 'mailto:'])

/**
 * Cuts a text into plain pieces and links: web addresses and e-mail addresses, and nothing that runs a script. In steps of its
 * length, whatever it is.
 */
export function linkify(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const match of text.matchAll(CANDIDATE)) {
    const written = withoutTail(match[0])
    const href = written.length <= ADDRESS_MAX_LENGTH ? hrefOf(written) : null
    if (href === null) continue
    if (match.index > end) pieces.push({ kind: 'text', text: text.slice(end, match.index) })
    pieces.push({ kind: 'link', text: written, href })
    end = match.index + written.length
  }
  if (end < text.length) pieces.push({ kind: 'text', text: text.slice(end) })
  return pieces
}

/**
 * The sentence's own punctuation is not part of the address; a bracket is where it was opened in it. Brackets are counted once,
 * and taken off the count as they go.
 */
function withoutTail(written: string): string {
  const unopened = CLOSERS.map(() => 0)
  for (const letter of written) {
    const opens = OPENERS.indexOf(letter)
    const closes = CLOSERS.indexOf(letter)
    if (opens >= 0) unopened[opens] = (unopened[opens] ?? 0) - 1
    if (closes >= 0) unopened[closes] = (unopened[closes] ?? 0) + 1
  }
  let length = written.length
  for (; length > 0; length -= 1) {
    const last = written.charAt(length - 1)
    const closes = CLOSERS.indexOf(last)
    const isTail = closes >= 0 ? (unopened[closes] ?? 0) > 0 : PUNCTUATION.test(last)
    if (!isTail) break
    if (closes >= 0) unopened[closes] = (unopened[closes] ?? 0) - 1
  }
  return written.slice(0, length)
}

function hrefOf(written: string): string | null {
  const address = /^https?:/iu.test(written) ? written : `mailto:${written}`
  if (!URL.canParse(address)) return null
  const { href, protocol } = new URL(address)
  return SAFE_PROTOCOLS.has(protocol) ? href : null
}
