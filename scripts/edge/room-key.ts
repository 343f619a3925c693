import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { randomBase64url } from '../../protocol/base64url.ts'

const KEY_FILE = 'room-key'
const KEY = /^[A-Za-z0-9_-]{43}$/

/** As Miniflare calls the objects of the Worker `essaim` by itself: a key that everybody can know. */
const PUBLIC_KEY = 'essaim-RoomObject'

/**
 * By what the rooms of an edge are numbered. A room's number is an HMAC of its name (workerd's `idFromName`); it stands in logs, and
 * nodes are told it. Under a key that everybody knows, whoever reads one could try names until one fits; under one of this
 * edge's own nobody can who has not its folder. On Cloudflare each namespace has such a key.
 *
 * @param folder - The edge's data, where the key stays; null where nothing is to stay.
 */
export async function roomKey(folder: string | null): Promise<string> {
  if (folder === null) return `${PUBLIC_KEY}-${randomBase64url(32)}`
  const file = path.join(folder, KEY_FILE)
  if (existsSync(file)) return written(await readFile(file, 'utf8'), file)
  // Rooms that were numbered by it keep their doors.
  if (existsSync(path.join(folder, 'do', PUBLIC_KEY))) return PUBLIC_KEY
  const key = randomBase64url(32)
  await mkdir(folder, { recursive: true })
  await writeFile(file, key, { mode: 0o600, flag: 'wx' })
  return `${PUBLIC_KEY}-${key}`
}

/** Throws where somebody else wrote the file: rooms under another key would be other rooms. */
function written(text: string, file: string): string {
  if (!KEY.test(text.trim())) throw new Error(`${file} is no key of rooms`)
  return `${PUBLIC_KEY}-${text.trim()}`
}
