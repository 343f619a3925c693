/** An e-mail to be written, with its subject and text (RFC 6068): line ends as CRLF, all in percent signs. */
export function mailAddress(subject: string, text: string): string {
  const body = text.replaceAll(/\r?\n/g, '\r\n')
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`
}
