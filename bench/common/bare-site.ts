import type { RequestListener } from 'node:http'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, type Plugin } from 'esbuild'
import { standInOf } from '../../scripts/page-build/slim-ts-mls.ts'

const htmlOf = (title: string): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"><script type="module" src="/page.js"></script></head>
<body></body>
</html>
`

/** Serves a page that has nothing but one script, from memory, compressed as the edge does it. */
export async function bareSite(title: string, entry: URL): Promise<RequestListener> {
  const html = gzipSync(htmlOf(title))
  const script = gzipSync(await bundle(fileURLToPath(entry)))
  return (request, response) => {
    const isScript = request.url === '/page.js'
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8')
    response.setHeader('content-encoding', 'gzip')
    response.end(isScript ? script : html)
  }
}

/** As the built page has it: what is left out there is not to be measured here. */
const slimTsMls: Plugin = {
  name: 'slim-ts-mls',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\// }, ({ path, importer }) => {
      const standIn = standInOf(path, importer)
      return standIn === null ? null : { path: standIn }
    }),
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'chrome123',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
    plugins: [slimTsMls],
  })
  const [module] = outputFiles
  if (!module) throw new Error(`esbuild made nothing of ${entry}`)
  return module.text
}
