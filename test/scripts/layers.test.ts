import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import { beforeAll, expect, test } from 'vitest'
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
  {
    project: 'web/settings',
    allowed: ['web/settings/settings.ts', 'protocol/errors.ts'],
    forbidden: ['web/i18n/words.ts', 'web/ui/keys.ts', 'web/core/session/open-room.ts'],
    unknownGlobals: [],
  },
  {
    project: 'web/i18n',
    allowed: ['web/i18n/languages.ts', 'web/settings/settings.ts', 'web/features/door/words/en.ts'],
    forbidden: ['web/ui/keys.ts', 'web/core/session/open-room.ts', 'web/features/door/door-control.ts'],
    unknownGlobals: [],
  },
  {
    project: 'web/ui',
    allowed: ['web/ui/keys.ts', 'web/i18n/words.ts', 'web/settings/settings.ts'],
    forbidden: ['web/core/session/open-room.ts', 'web/features/door/door-control.ts', 'web/app/page.ts'],
    unknownGlobals: [],
  },
  {
    project: 'web/core',
    allowed: ['web/core/session/open-room.ts', 'web/settings/settings.ts', 'protocol/errors.ts'],
    forbidden: [
      'web/i18n/words.ts',
      'web/ui/keys.ts',
      'web/features/door/door-control.ts',
      'web/room/room-code.ts',
      'web/app/page.ts',
    ],
    unknownGlobals: ['process'],
  },
  {
    project: 'web/features',
    allowed: ['web/features/door/door-control.ts', 'web/core/session/open-room.ts', 'web/ui/keys.ts'],
    forbidden: ['web/room/room-code.ts', 'web/app/page.ts', 'worker/log.ts'],
    unknownGlobals: [],
  },
  {
    project: 'web/room',
    allowed: ['web/room/room-code.ts', 'web/features/door/door-control.ts', 'web/core/session/open-room.ts'],
    forbidden: ['web/app/page.ts', 'web/main.tsx'],
    unknownGlobals: [],
  },
  {
    project: 'sfu-node/media',
    allowed: ['sfu-node/media/rooms.ts', 'sfu-node/metrics/media-counts.ts', 'sfu-node/shared/log.ts'],
    forbidden: [
      'sfu-node/edge/edge-link.ts',
      'sfu-node/cli/options.ts',
      'sfu-node/limits/room-admission.ts',
      'sfu-node/reachability/port-checks.ts',
    ],
    unknownGlobals: ['document.title'],
  },
  {
    project: 'sfu-node/metrics',
    allowed: ['sfu-node/metrics/node-metrics.ts', 'sfu-node/shared/exit-error.ts'],
    forbidden: ['sfu-node/media/workers/media-worker.ts', 'sfu-node/edge/edge-link.ts'],
    unknownGlobals: ['document.title'],
  },
]

const Project = v.object({
  include: v.array(v.string()),
  exclude: v.optional(v.array(v.string()), []),
  references: v.array(v.object({ path: v.string() })),
})

/** A file, in a folder of `.cache`, that imports that one. */
const importing = (file: string): string =>
  `import * as there from '../../${file}'\nexport const found = there\n`

const finding = (code: string): string => `export const found = ${code}\n`

const named = (what: string, texts: readonly string[]): (readonly [name: string, text: string])[] =>
  texts.map((text, i) => [`${what}-${i}.ts`, text])

/** The files that a layer is tried with, each under its name. */
const trialsOf = ({ allowed, forbidden, unknownGlobals, misfits = [] }: Layer) => ({
  allowed: named('allowed', allowed.map(importing)),
  forbidden: named('forbidden', forbidden.map(importing)),
  globals: named('global', unknownGlobals.map(finding)),
  misfits: named('misfit', misfits.map(finding)),
})

/** Makes of that folder the layer's project, with the files that it is tried with in addition. */
async function extend(layer: Layer, folder: string): Promise<void> {
  const home = path.join(ROOT, layer.project)
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
  for (const [name, text] of Object.values(trialsOf(layer)).flat())
    await writeFile(path.join(folder, name), text)
}

/** Runs `tsc` on the projects in these folders, all at once; resolves with what it found wrong, a line for each. */
async function problemsIn(folders: readonly string[]): Promise<string[]> {
  const problems: string[] = []
  const onLine = (line: string): void => {
    if (/error TS/.test(line)) problems.push(line)
  }
  // Several checkers of one project each find out most of what the others do.
  const options = ['-b', '--pretty', 'false', '--checkers', '1']
  await runCommand('npx', ['tsc', ...options, ...folders], { cwd: ROOT, onLine }).catch((thrown) => {
    if (!(thrown instanceof CommandFailed) || problems.length === 0) throw thrown
  })
  return problems
}

/** What was found wrong with each layer. */
const problemsOf = new Map<Layer, readonly string[]>()

beforeAll(async () => {
  const cache = path.join(ROOT, '.cache')
  await mkdir(cache, { recursive: true })
  const tried = await Promise.all(
    LAYERS.map(async (layer) => ({ layer, folder: await mkdtemp(path.join(cache, 'layers-')) })),
  )
  try {
    await Promise.all(tried.map(({ layer, folder }) => extend(layer, folder)))
    const problems = await problemsIn(tried.map(({ folder }) => folder))
    for (const { layer, folder } of tried)
      problemsOf.set(
        layer,
        problems.filter((line) => line.includes(`${path.basename(folder)}/`)),
      )
  } finally {
    await Promise.all(tried.map(({ folder }) => rm(folder, { recursive: true })))
  }
})

test.each(LAYERS)('$project imports what lies below it, and is refused what lies above', (layer) => {
  const problems = problemsOf.get(layer) ?? []
  const { allowed, globals, misfits } = trialsOf(layer)
  for (const [name] of allowed) expect(problems.filter((line) => line.includes(`/${name}(`))).toEqual([])
  for (const file of layer.forbidden)
    expect(problems).toContainEqual(
      expect.stringMatching(new RegExp(`TS6307: File '.*/${file}' is not listed`)),
    )
  // Names that nobody has heard of: a value (TS2304, TS2552) or, where a library would have it, TS2580 to TS2591.
  for (const [name] of globals)
    expect(problems).toContainEqual(
      expect.stringMatching(new RegExp(`/${name}\\(.* error TS(2304|2552|258\\d|259\\d)`)),
    )
  for (const [name] of misfits)
    expect(problems).toContainEqual(expect.stringMatching(new RegExp(`/${name}\\(.* error TS1360`)))
})
