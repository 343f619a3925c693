import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Plugin } from 'vite'
import { asModule } from './as-module.ts'
import { withoutUnusedMethods } from './left-out-methods.ts'
import { shortFields } from './short-fields.ts'

const FOLDER = path.join(import.meta.dirname, '../../../node_modules/mediasoup-client/lib')
const LIBRARY = /\/node_modules\/mediasoup-client\/lib\/(.+\.js)$/

/** The code of all its files. */
async function wholeLibrary(): Promise<string[]> {
  const files = (await readdir(FOLDER, { recursive: true })).filter((file) => file.endsWith('.js'))
  return Promise.all(files.map((file) => readFile(path.join(FOLDER, file), 'utf8')))
}

/**
 * Takes mediasoup-client apart before it is bundled: its files become modules, of which only what is used comes along,
 * without the methods that no call of ours uses, and with short names for what its classes keep to themselves. Of what a
 * call loads it is the largest part.
 */
export const slimMediasoupClient = (): Plugin => {
  let shorten: ReturnType<typeof shortFields> | null = null
  return {
    name: 'slim-mediasoup-client',
    enforce: 'pre',
    async buildStart() {
      shorten = shortFields(await wholeLibrary())
    },
    transform: {
      filter: { id: LIBRARY },
      handler(code, id) {
        const file = LIBRARY.exec(id)?.[1]
        if (file === undefined || shorten === null) return null
        return { code: shorten(asModule(withoutUnusedMethods(code, file), file), file), map: null }
      },
    },
  }
}
