import type { Plugin } from 'vite'
import { asModule } from './as-module.ts'
import { withoutUnusedMethods } from './left-out-methods.ts'

const LIBRARY = /\/node_modules\/mediasoup-client\/lib\/(.+\.js)$/

/**
 * Takes mediasoup-client apart before it is bundled: its files become modules, of which only what is used comes along,
 * without the methods that no call of ours uses. Of what a call loads it is the largest part.
 */
export const slimMediasoupClient = (): Plugin => ({
  name: 'slim-mediasoup-client',
  enforce: 'pre',
  transform: {
    filter: { id: LIBRARY },
    handler(code, id) {
      const file = LIBRARY.exec(id)?.[1]
      return file === undefined ? null : { code: asModule(withoutUnusedMethods(code, file), file), map: null }
    },
  },
})
