const MAX_LENGTH = 300

/** What somebody else says, for a terminal: one line, which can do nothing there. */
export function quoted(text: string): string {
  const plain = text.replaceAll(/[^\P{C}\n]|[\u2028\u2029\n]/gu, ' ')
  return plain.length > MAX_LENGTH ? `“${plain.slice(0, MAX_LENGTH)}…”` : `“${plain}”`
}
