/** A piece of a message: plain text, or an address that one may follow. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }

const CANDIDATE = /https?:\/\/[^\s<>"]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/giu
const CLOSERS: Record<string, string> = { ')': '(', ']': '[', '}': '{' }
const SAFE_PROTOCOLS = new Set(['http:', 'https:', 'mailto:'])

/** Cuts a text into plain pieces and links: web addresses and e-mail addresses, and nothing that runs a script. */
export function linkify(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const match of text.matchAll(CANDIDATE)) {
    const written = withoutTail(match[0])
    const href = hrefOf(written)
    if (href === null) continue
    if (match.index > end) pieces.push({ kind: 'text', text: text.slice(end, match.index) })
    pieces.push({ kind: 'link', text: written, href })
    end = match.index + written.length
  }
  if (end < text.length) pieces.push({ kind: 'text', text: text.slice(end) })
  return pieces
}

/** The sentence's own punctuation is not part of the address; a bracket is where it was opened in it. */
function withoutTail(written: string): string {
  let rest = written
  for (;;) {
    const last = rest.at(-1) ?? ''
    const opener = CLOSERS[last]
    const closesNothing = opener !== undefined && count(rest, opener) < count(rest, last)
    if (!closesNothing && !/[.,;:!?'’»…*_]/u.test(last)) return rest
    rest = rest.slice(0, -1)
  }
}

const count = (text: string, letter: string): number => text.split(letter).length - 1

function hrefOf(written: string): string | null {
  const address = /^https?:/iu.test(written) ? written : `mailto:${written}`
  if (!URL.canParse(address)) return null
  const { href, protocol } = new URL(address)
  return SAFE_PROTOCOLS.has(protocol) ? href : null
}
