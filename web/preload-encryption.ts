/** By which the page's HTML names the scripts of an encrypted call, with a space between them. */
export const ENCRYPTION_META = 'essaim-encryption'

/** Sends for all of them at once: each would be found out about by the one before it, a round trip later. */
export function preloadEncryption(head: HTMLHeadElement): void {
  const named = head.querySelector<HTMLMetaElement>(`meta[name="${ENCRYPTION_META}"]`)?.content ?? ''
  for (const href of named.split(' ').filter((each) => each !== '')) {
    const link = head.ownerDocument.createElement('link')
    link.rel = 'modulepreload'
    link.href = href
    head.append(link)
  }
}
