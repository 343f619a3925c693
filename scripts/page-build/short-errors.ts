import type { Plugin } from 'vite'

const LIBRARIES = /\/node_modules\/(?:mediasoup-client\/lib|ts-mls\/dist\/src)\/.+\.js$/
const CREATED = /new ((?:\w+\.)?\w*Error)\((?:"[^"\n]*"|'[^'\n]*'|`[^`]*`)\)/g

/** The same code, whose errors say by their class, and where they were thrown, what is wrong; not in words. */
export const withoutErrorTexts = (code: string): string => code.replace(CREATED, 'new $1()')

/** Leaves out what errors of the large libraries say: nobody reads it on a page, and nothing of ours goes by it. */
export const shortErrors = (): Plugin => ({
  name: 'short-errors',
  enforce: 'pre',
  transform: {
    filter: { id: LIBRARIES },
    handler: (code) => ({ code: withoutErrorTexts(code), map: null }),
  },
})
