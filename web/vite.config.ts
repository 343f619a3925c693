import path from 'node:path'
import { defineConfig, type Plugin, type Rolldown } from 'vite'
import { BUILD_META } from '../protocol/http/build-name.ts'
import { nameBuild } from '../scripts/page-build/build-list.ts'
import { slimMediasoupClient } from '../scripts/page-build/mediasoup-client/slim-mediasoup-client.ts'
import { shortErrors } from '../scripts/page-build/short-errors.ts'
import { PURE_OF_TS_MLS, slimTsMls } from '../scripts/page-build/slim-ts-mls.ts'
import { ENCRYPTION_META } from './preload-encryption.ts'

const EARLY = 'early'
/** The chunks of any call, and those that one that is encrypted needs besides; each with what it imports. */
const OF_CALL = ['room-code']
const OF_ENCRYPTION = ['encrypted-room', 'room-group']

/**
 * What the views, their panels and the room's code share: one chunk, so that none of them waits for another, nor for a
 * handful of small files that it finds out about late. What only views outside of a call read is none of it.
 */
const SHARED =
  /node_modules\/(preact|@preact|valibot)\/|\/protocol\/(?!http\/(?:site|statistics|swarm|page-check)|node-edge\/port-|versions\/)|\/web\/settings\/|screen-capture|ui\/(lazily|switches\/language-switch)|running-context|tab-place|network-(reading|figures)|browser-keys|file-payload|media\/shown-picture|reactions\/reactions|hearing\/hearing\.|per-session|page-context|signalling\/(timing|resume-memory)|own-notices|ui\/icon|room-secret|encryption\/envelope/

/** Parts of mediasoup-client, as it names them itself: core/media/mediasoup-client/left-out-parts.ts says why. */
const LEFT_OUT =
  /^\.\/(handlers\/(Chrome74|ReactNative106|FakeHandler)|test\/fakeParameters|DataProducer|DataConsumer)$/

/** Words that are not those of a call, with the folder that says whose they are. */
const WORDS_OF = /\/i18n\/(\w+)\/\w\w\.ts$/

/** What stands in for parts of mediasoup-client and of what it brings. */
const standIn = (name: string): string =>
  path.join(import.meta.dirname, 'core/media/mediasoup-client', `${name}.ts`)

/** What a build writes, as plugins are given it. */
type Bundle = Rolldown.OutputBundle

/** @throws Error if the build has no chunk of that name. */
function chunkNamed(name: string, bundle: Bundle): Rolldown.OutputChunk {
  for (const file of Object.values(bundle)) if (file.type === 'chunk' && file.name === name) return file
  throw new Error(`the build has no chunk that is called ${name}`)
}

/** The chunks of a call: these names, and what they import, but for what index.html runs as scripts. */
function withImports(names: readonly string[], bundle: Bundle): readonly string[] {
  const files = names
    .map((name) => chunkNamed(name, bundle))
    .flatMap((chunk) => [chunk.fileName, ...chunk.imports])
  const isRun = (fileName: string): boolean => {
    const file = bundle[fileName]
    return file?.type === 'chunk' && file.isEntry
  }
  return [...new Set(files)].filter((fileName) => !isRun(fileName))
}

/**
 * Names in index.html the chunks that a call needs, so that none waits for another to ask for it; what is loaded only
 * when it is used takes no connection from them.
 */
const preloadRoomCode = (): Plugin => ({
  name: 'preload-room-code',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle = {} }) {
      return withImports(OF_CALL, bundle).map((fileName) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', href: `/${fileName}` },
        injectTo: 'head',
      }))
    },
  },
})

/**
 * Names in index.html the chunks that an encrypted call needs besides: the early script sends for all of them at once, so that
 * none waits for another to ask for it.
 */
const nameEncryption = (): Plugin => ({
  name: 'name-encryption',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle = {} }) {
      const named = withImports(OF_CALL, bundle)
      const files = withImports(OF_ENCRYPTION, bundle).filter((fileName) => !named.includes(fileName))
      const content = files.map((fileName) => `/${fileName}`).join(' ')
      return [{ tag: 'meta', attrs: { name: ENCRYPTION_META, content }, injectTo: 'head' }]
    },
  },
})

/** Runs the early script on its own, before all others: it is small, and waits for none of them. */
const runEarly = (): Plugin => ({
  name: 'run-early',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle = {} }) {
      const attrs = { type: 'module', async: true, src: `/${chunkNamed(EARLY, bundle).fileName}` }
      return [{ tag: 'script', attrs, injectTo: 'head-prepend' }]
    },
  },
})

/**
 * Gives the build a name, of the bytes of all its files. The page has it in its head, and the edge serves it beside: a page
 * finds out by it that a newer one is there (features/newer-page/), and people which one it is (features/site/).
 */
const named = (): Plugin => ({
  name: 'name-build',
  apply: 'build',
  enforce: 'post',
  transformIndexHtml: {
    order: 'post',
    handler: () => [{ tag: 'meta', attrs: { name: BUILD_META, content: '' }, injectTo: 'head' }],
  },
  writeBundle: {
    order: 'post',
    sequential: true,
    handler: ({ dir }) => nameBuild(dir ?? path.join(import.meta.dirname, 'dist')),
  },
})

export default defineConfig({
  root: import.meta.dirname,
  publicDir: 'public',
  appType: 'spa',
  resolve: {
    alias: [
      { find: 'debug', replacement: standIn('silent-debug') },
      { find: 'events-alias', replacement: standIn('event-emitter') },
      { find: 'awaitqueue', replacement: standIn('await-queue') },
      { find: 'h264-profile-level-id', replacement: standIn('h264-profiles') },
      { find: 'sdp-transform', replacement: standIn('session-description') },
      { find: LEFT_OUT, replacement: standIn('left-out-parts') },
    ],
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [
    shortErrors(),
    slimMediasoupClient(),
    slimTsMls(),
    preloadRoomCode(),
    nameEncryption(),
    runEarly(),
    named(),
  ],
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
    // Whose work is in the page, under which licences: the page links to it.
    license: { fileName: 'licenses.txt' },
    rolldownOptions: {
      input: {
        index: path.join(import.meta.dirname, 'index.html'),
        [EARLY]: path.join(import.meta.dirname, 'early.ts'),
      },
      // What mediasoup-client logs goes nowhere (silent-debug.ts): its words stay at home.
      treeshake: { manualPureFunctions: ['logger.debug', 'logger.warn', 'logger.error', ...PURE_OF_TS_MLS] },
      // The room's code takes the socket from the very module that dialled it.
      preserveEntrySignatures: 'allow-extension',
      output: {
        // Of each language there are several: they are told apart by what they are for.
        chunkFileNames: ({ facadeModuleId }) => {
          const whose = WORDS_OF.exec(facadeModuleId ?? '')?.[1]
          return `assets/${whose === undefined ? '' : `${whose}-`}[name]-[hash].js`
        },
        codeSplitting: {
          groups: [
            { name: EARLY, test: /early|preload-helper/, priority: 2 },
            { name: 'shared', test: SHARED, priority: 1 },
          ],
        },
      },
    },
  },
})
