/** Bytes in base64url (RFC 4648 §5), without padding. */
export const toBase64url = (bytes: Uint8Array): string =>
  btoa(bytes.reduce((binary, byte) => binary + String.fromCharCode(byte), ''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** So many random bytes, in base64url. */
export const randomBase64url = (bytes: number): string =>
  toBase64url(crypto.getRandomValues(new Uint8Array(bytes)))

/** The bytes of what `toBase64url` made. Throws a DOMException where it is nothing of the kind. */
export const fromBase64url = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0))

/** The same of what anybody may have written: null where it is nothing of the kind. */
export function readBase64url(text: string): Uint8Array | null {
  try {
    return fromBase64url(text)
  } catch {
    // Other letters than those of base64, or not as many as there must be: there is nothing more to know.
    return null
  }
}
