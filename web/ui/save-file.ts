/** Gives the person a file to keep, as the browser does with downloads. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  // The download holds on to what it reads; a moment is for browsers that begin it later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** The room, what it is, and the day and time (local, ISO 8601 without colons): files of one meeting stand together. */
export function fileNameOf(room: string, what: string, extension: string, now = new Date()): string {
  const two = (number: number): string => String(number).padStart(2, '0')
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  return `${room}-${what}-${day}-${two(now.getHours())}${two(now.getMinutes())}.${extension}`
}
