import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fromBase64url } from '../../../protocol/base64url.ts'
import type { RoomSecret } from '../../../web/core/encryption/room-secret.ts'
import type { Person } from './person.ts'

/** A text as it stands within the base64 of a longer one, at each of the three places where it may begin; its ends are left out. */
const withinBase64 = (text: string): string[] =>
  [0, 1, 2].map((before) => {
    const encoded = Buffer.from('.'.repeat(before) + text).toString('base64url')
    return encoded.slice(before === 0 ? 0 : before + 1, -4)
  })

/** How a secret may be written by whoever lets it slip: as it stands, in base64 of its bytes or of its text, and in hexadecimal. */
function writingsOf(secret: RoomSecret): readonly string[] {
  const bytes = Buffer.from(fromBase64url(secret))
  const all = [
    secret,
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('hex'),
    Buffer.from(secret).toString('hex'),
    ...withinBase64(secret),
    bytes.join(','),
  ]
  return [...all, ...all.map((writing) => encodeURIComponent(writing))]
}

/** Those of the texts that have the secret in them, in whatever writing. */
export function leaksIn(texts: Iterable<string>, secret: RoomSecret): string[] {
  const writings = writingsOf(secret).map((writing) => writing.toLowerCase())
  return [...texts].filter((text) => {
    const said = text.toLowerCase()
    return writings.some((writing) => said.includes(writing))
  })
}

/** What the page leaves in the browser, and shows to other programs; not the address, the link in its fields and what leads there. */
export const leftInBrowser = ({ page }: Person): Promise<string[]> =>
  page.evaluate(async () => {
    const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes].filter(({ name }) => name !== 'href').map(({ value }) => value),
    )
    const caches = await window.caches.keys()
    const databases = await indexedDB.databases()
    return [
      ...Object.entries({ ...localStorage }).flat(),
      ...Object.entries({ ...sessionStorage }).flat(),
      ...databases.map(({ name }) => name ?? ''),
      ...caches,
      ...attributes,
      document.cookie,
      document.title,
      document.referrer,
      window.name,
      JSON.stringify(history.state),
      navigator.mediaSession.metadata?.title ?? '',
      ...performance.getEntriesByType('resource').map(({ name }) => name),
    ]
  })

/** Every file in a folder, and in those within it, as text of one byte a character. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile())
  return Promise.all(
    files.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name)
      return `${path}\n${await readFile(path, 'latin1')}`
    }),
  )
}
