import { mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import { ROOT } from '../setup/places.mjs'
import { runGroup } from './run-group.ts'
import type { RunOptions, Say, Stage, Tally } from './stage.ts'

/** On a slow machine all of them together have to end before this; a long run takes what it takes. */
const LONGEST_MS = 30 * 60_000
const LONGEST_OF_LONG_MS = 4 * 60 * 60_000

const Report = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
})

interface StageOptions {
  /** Whether it runs in a network of its own, as it changes it: browsers elsewhere would give up what they load just then. */
  readonly ownNetwork?: boolean
}

/** The tests of one of Vitest's projects (vitest.config.ts). */
export function vitestStage(project: string, title: string, stage: StageOptions = {}): Stage {
  return { name: project, title, run: (say, options) => runProject(project, say, options, stage) }
}

/** Runs what follows in a network that has a loopback device, and nothing else (network_namespaces(7)). */
const IN_OWN_NETWORK = ['unshare', '--net', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh']

async function runProject(
  project: string,
  say: Say,
  { long }: RunOptions,
  { ownNetwork = false }: StageOptions,
): Promise<Tally> {
  const report = path.join(ROOT, '.cache/test-reports', `${project}.json`)
  await mkdir(path.dirname(report), { recursive: true })
  await rm(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const vitest = ['vitest', 'run', '--project', project, ...reporters]
  const [command = '', ...args] = ownNetwork ? [...IN_OWN_NETWORK, ...vitest] : vitest
  const succeeded = await runGroup(command, args, {
    say,
    longestMs: long ? LONGEST_OF_LONG_MS : LONGEST_MS,
    env: long ? { ESSAIM_TEST_LONG: '1' } : {},
  })
  return tallyOf(await readReport(report, say), succeeded)
}

/** An error outside of any test, or no report at all, counts as one failure: it must not go unseen. */
export function tallyOf(report: v.InferOutput<typeof Report> | undefined, succeeded: boolean): Tally {
  const passed = report?.numPassedTests ?? 0
  const failed = report?.numFailedTests ?? 0
  const sound = succeeded && passed + failed > 0
  return { passed, failed: sound ? failed : Math.max(failed, 1) }
}

async function readReport(file: string, say: Say): Promise<v.InferOutput<typeof Report> | undefined> {
  try {
    return v.parse(Report, JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    say(`Vitest left no report that can be read: ${String(error)}\n`)
    return undefined
  }
}
