import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import { expect, onTestFinished, test } from 'vitest'
import { ROOT } from '../../scripts/setup/places.mjs'
import { CommandFailed, runCommand } from '../../scripts/setup/run-command.mjs'

/**
 * What lies below knows nothing of what lies above: each layer is a TypeScript project of its own, and a project refuses files
 * that are neither its own nor of a project that it refers to (TS6307), and globals of a platform that it does not name.
 */

/** A project, what it may import, what it must not, code that uses globals that it does not have, and code whose types do not fit. */
interface Layer {
  readonly project: string
  readonly allowed: readonly string[]
  readonly forbidden: readonly string[]
  readonly unknownGlobals: readonly string[]
  readonly misfits?: readonly string[]
}

const LAYERS: readonly Layer[] = [
  {
    project: 'worker/room',
    allowed: ['worker/room/core/step.ts', 'worker/room/door/secrets.ts', 'protocol/errors.ts'],
    forbidden: [
      'worker/room/shell/sockets.ts',
      'worker/room/room-object.ts',
      'worker/env.ts',
      'worker/log.ts',
    ],
    unknownGlobals: ['new WebSocketPair()', 'setTimeout(() => {}, 1)', 'null as DurableObjectStorage | null'],
    // An effect comes back by the inputs that it names, and by no other.
    misfits: [`null as AnswerTo<'grant-ice'> | null satisfies AnswerTo<'place'> | null`].map(
      (code) => `${code}\nimport type { AnswerTo } from '../../worker/room/core/effects.ts'`,
    ),
  },
]

const Project = v.object({
  include: v.array(v.string()),
  exclude: v.optional(v.array(v.string()), []),
  references: v.array(v.object({ path: v.string() })),
})

/** Runs `tsc` on the project with these files in addition; resolves with what it found wrong, a line for each. */
async function problemsWith(project: string, files: Readonly<Record<string, string>>): Promise<string[]> {
  await mkdir(path.join(ROOT, '.cache'), { recursive: true })
  const folder = await mkdtemp(path.join(ROOT, '.cache', 'layers-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const home = path.join(ROOT, project)
  const config = path.join(home, 'tsconfig.json')
  const { include, exclude, references } = v.parse(Project, JSON.parse(await readFile(config, 'utf8')))
  const there = (listed: string): string => path.join(home, listed)
  const extended = {
    extends: config,
    compilerOptions: { outDir: 'types', tsBuildInfoFile: 'tsbuildinfo' },
    include: [...include.map(there), '*.ts'],
    exclude: exclude.map(there),
    references: references.map((each) => ({ path: there(each.path) })),
  }
  await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify(extended))
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text)
  const problems: string[] = []
  const onLine = (line: string): void => {
    if (/error TS/.test(line)) problems.push(line)
  }
  await runCommand('npx', ['tsc', '-b', '--pretty', 'false', folder], { cwd: ROOT, onLine }).catch(
    (thrown) => {
      if (!(thrown instanceof CommandFailed) || problems.length === 0) throw thrown
    },
  )
  return problems
}

/** A file, in a folder of `.cache`, that imports that one. */
const importing = (file: string): string =>
  `import * as there from '../../${file}'\nexport const found = there\n`

test.each(LAYERS)('$project imports what lies below it, and is refused what lies above', async (layer) => {
  const named = (what: string, texts: readonly string[]) =>
    texts.map((text, i) => [`${what}-${i}.ts`, text] as const)
  const permitted = named('allowed', layer.allowed.map(importing))
  const uses = named(
    'global',
    layer.unknownGlobals.map((code) => `export const found = ${code}\n`),
  )
  const misfits = named(
    'misfit',
    (layer.misfits ?? []).map((code) => `export const found = ${code}\n`),
  )
  const files = [...permitted, ...uses, ...misfits, ...named('forbidden', layer.forbidden.map(importing))]
  const problems = await problemsWith(layer.project, Object.fromEntries(files))
  for (const [name] of permitted) expect(problems.filter((line) => line.includes(`/${name}(`))).toEqual([])
  for (const file of layer.forbidden)
    expect(problems).toContainEqual(
      expect.stringMatching(new RegExp(`TS6307: File '.*/${file}' is not listed`)),
    )
  // Names that nobody has heard of: a value (TS2304, TS2552) or, where a library would have it, TS2580 to TS2584.
  for (const [name] of uses)
    expect(problems).toContainEqual(
      expect.stringMatching(new RegExp(`/${name}\\(.* error TS(2304|2552|258\\d)`)),
    )
  for (const [name] of misfits)
    expect(problems).toContainEqual(expect.stringMatching(new RegExp(`/${name}\\(.* error TS1360`)))
})
