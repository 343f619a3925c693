import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import * as v from 'valibot'
import { IMPORTED } from '../installation/needed-packages.ts'
import { ROOT } from '../setup/places.mjs'
import { runCommand } from '../setup/run-command.mjs'

const NPX = path.join(ROOT, 'sfu-node/deploy/npx')

const Checkout = v.object({
  version: v.string(),
  license: v.string(),
  dependencies: v.record(v.string(), v.string()),
})

/** The file of a package.json. */
const manifestIn = async <Schema extends v.GenericSchema>(folder: string, schema: Schema) =>
  v.parse(
    v.pipe(v.string(), v.parseJson(), schema),
    await readFile(path.join(folder, 'package.json'), 'utf8'),
  )

/**
 * Makes the npm package of a node in `folder`, and answers with its file. It is JavaScript: Node.js runs no TypeScript
 * in `node_modules`. Its packages are of the versions that the checkout has.
 */
export async function packNode(folder: string): Promise<string> {
  const stage = await mkdtemp(path.join(os.tmpdir(), 'essaim-pack-'))
  try {
    const { name, version } = await fill(stage)
    await mkdir(folder, { recursive: true })
    await runCommand('npm', ['pack', stage, '--pack-destination', folder, '--loglevel=error'], {
      cwd: folder,
    })
    return path.join(folder, `${name}-${version}.tgz`)
  } finally {
    await rm(stage, { recursive: true, force: true })
  }
}

/** Puts all that the package holds into a folder. */
async function fill(stage: string): Promise<{ readonly name: string; readonly version: string }> {
  const { version, license, dependencies } = await manifestIn(ROOT, Checkout)
  const { name, ...manifest } = await manifestIn(NPX, v.looseObject({ name: v.string() }))
  const needed = Object.fromEntries(IMPORTED.map((each) => [each, dependencies[each]]))
  const whole = { name, version, license, ...manifest, dependencies: needed }
  await writeFile(path.join(stage, 'package.json'), `${JSON.stringify(whole, null, 2)}\n`)
  await cp(path.join(ROOT, 'LICENSE'), path.join(stage, 'LICENSE'))
  const command = path.join(stage, 'bin/essaim-node.js')
  await cp(path.join(NPX, 'essaim-node.js'), command)
  await chmod(command, 0o755)
  await build({
    entryPoints: [path.join(ROOT, 'sfu-node/main.ts')],
    outfile: path.join(stage, 'sfu-node/main.js'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    packages: 'external',
    // It holds the sources, too: whoever has the program has these.
    sourcemap: 'linked',
    logLevel: 'error',
  })
  return { name, version }
}
