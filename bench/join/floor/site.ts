import type { RequestListener } from 'node:http'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const HTML = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>The floor</title><link rel="icon" href="data:,"><script type="module" src="/page.js"></script></head>
<body></body>
</html>
`

/** Serves the page and its one script from memory, compressed as the edge does it. */
export async function floorSite(): Promise<RequestListener> {
  const html = gzipSync(HTML)
  const script = gzipSync(await bundledPage())
  return (request, response) => {
    const isScript = request.url === '/page.js'
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8')
    response.setHeader('content-encoding', 'gzip')
    response.end(isScript ? script : html)
  }
}

async function bundledPage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./page.ts', import.meta.url))],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'chrome123',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  const [module] = outputFiles
  if (!module) throw new Error('esbuild made nothing of the floor’s page')
  return module.text
}
