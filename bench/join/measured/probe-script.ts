import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** What runs in every page under measurement (probe/main.ts), as one script. */
export async function probeScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../probe/main.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome123',
    logLevel: 'error',
  })
  const [script] = outputFiles
  if (!script) throw new Error('esbuild made nothing of the probe')
  return script.text
}
