import { defineConfig, type Plugin } from 'vite'

/**
 * Names every chunk of the page in index.html, so that none waits for another to ask for it: what home needs first,
 * the room's code behind it with low priority.
 */
const preloadAllChunks = (): Plugin => ({
  name: 'preload-all-chunks',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle = {} }) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const needed = new Set(chunks.filter((chunk) => chunk.isEntry).flatMap((chunk) => chunk.imports))
      return chunks
        .filter((chunk) => !chunk.isEntry)
        .map((chunk) => ({
          tag: 'link',
          attrs: {
            rel: 'modulepreload',
            href: `/${chunk.fileName}`,
            ...(needed.has(chunk.fileName) ? {} : { fetchpriority: 'low' }),
          },
          injectTo: 'head',
        }))
    },
  },
})

export default defineConfig({
  root: import.meta.dirname,
  publicDir: 'public',
  appType: 'spa',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [preloadAllChunks()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // The first with light-dark() and everything of ES2023; all of them carry WebRTC as we use it.
    target: ['chrome123', 'edge123', 'firefox121', 'safari17.5'],
    // The polyfill would be an inline script for browsers that we do not support.
    modulePreload: false,
    // Nothing inlined: the Content-Security-Policy allows our own files only.
    assetsInlineLimit: 0,
    sourcemap: false,
  },
})
