import * as v from 'valibot'
import { build, type Plugin } from 'vite'

const Built = v.tuple([v.looseObject({ output: v.tuple([v.looseObject({ code: v.string() })]) })])

/** How a page builds it: what takes it apart, and what it is built without. */
interface Slimming {
  readonly plugins: Plugin[]
  readonly alias?: { readonly find: RegExp; readonly replacement: string }[]
  readonly pure?: readonly string[]
}

/** That module and all that it imports in one, as the plugins leave it: its source, and the address to import it by. */
export async function builtModule(
  entry: string,
  { plugins, alias = [], pure = [] }: Slimming,
): Promise<{ readonly code: string; readonly address: string }> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { alias },
    plugins,
    build: {
      write: false,
      minify: false,
      target: 'esnext',
      lib: { entry, formats: ['es'] },
      rolldownOptions: { treeshake: { manualPureFunctions: pure } },
    },
  })
  const { code } = v.parse(Built, built)[0].output[0]
  return { code, address: `data:text/javascript,${encodeURIComponent(code)}` }
}
