import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { ROOT } from '../setup/places.mjs'

const WRAPS = path.join(ROOT, 'node_modules/mediasoup/worker/subprojects')

/** Of mediasoup's own tests, and for another system. */
const NOT_BUILT_IN = new Set(['catch2', 'wingetopt'])

/** A library that is built into mediasoup's worker. */
export interface NativeLibrary {
  readonly name: string
  readonly version: string
  /** SHA-256 of its source archive, in hex; null where none is given. */
  readonly sha256: string | null
}

/** As mediasoup's build names them (Meson, "Wrap dependency system manual"): no package manager knows of these. */
export async function nativeLibraries(): Promise<readonly NativeLibrary[]> {
  const files = (await readdir(WRAPS)).filter((file) => file.endsWith('.wrap')).toSorted()
  const read = files.map(async (file) => {
    return readWrap(path.basename(file, '.wrap'), await readFile(path.join(WRAPS, file), 'utf8'))
  })
  return (await Promise.all(read)).filter(({ name }) => !NOT_BUILT_IN.has(name))
}

/** Throws where it does not say which version it is. */
export function readWrap(name: string, text: string): NativeLibrary {
  const [, version] = /^directory *= *\S+?-v?(\d[\w.-]*)$/m.exec(text) ?? []
  const [, sha256 = null] = /^source_hash *= *([0-9a-f]{64})$/m.exec(text) ?? []
  if (version === undefined) throw new Error(`${name}.wrap does not say which version it is`)
  return { name, version, sha256 }
}
