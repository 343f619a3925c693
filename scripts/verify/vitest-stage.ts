import { mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import type { Network } from '../network/own-network.ts'
import { ROOT } from '../setup/places.mjs'
import { runGroup } from './run-group.ts'
import type { RunOptions, Say, Stage, Tally } from './stage.ts'

/** On a slow machine all of them together have to end before this; a long run takes what it takes. */
const LONGEST_MS = 45 * 60_000
const LONGEST_OF_LONG_MS = 4 * 60 * 60_000

/** How much is said again of why something failed, in UTF-16 code units. */
const LONGEST_REASON = 1_500

const messages = v.optional(v.nullable(v.string()), '')

/** The parts that we read of Vitest's report as JSON. */
const Report = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  testResults: v.array(
    v.object({
      name: v.string(),
      /** There where a file failed outside of any test. */
      message: messages,
      assertionResults: v.array(
        v.object({
          status: v.string(),
          fullName: v.string(),
          failureMessages: v.optional(v.nullable(v.array(v.string())), []),
        }),
      ),
    }),
  ),
})
type Report = v.InferOutput<typeof Report>

interface StageOptions {
  /** The network that it runs in, where it is not the machine's (scripts/network/own-network.ts). */
  readonly within?: Network
}

const asItIs: Network = (command, args) => [command, args]

/** The tests of one of Vitest's projects (vitest.config.ts). */
export function vitestStage(project: string, title: string, stage: StageOptions = {}): Stage {
  return { name: project, title, run: (say, options) => runProject(project, say, options, stage) }
}

async function runProject(
  project: string,
  say: Say,
  { long }: RunOptions,
  { within = asItIs }: StageOptions,
): Promise<Tally> {
  const report = path.join(ROOT, '.cache/test-reports', `${project}.json`)
  await mkdir(path.dirname(report), { recursive: true })
  await rm(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const [command, args] = within('vitest', ['run', '--project', project, ...reporters])
  const succeeded = await runGroup(command, args, {
    say,
    longestMs: long ? LONGEST_OF_LONG_MS : LONGEST_MS,
    env: long ? { ESSAIM_TEST_LONG: '1' } : {},
  })
  return tallyOf(await readReport(report, say), succeeded)
}

/** An error outside of any test, or no report at all, counts as one failure: it must not go unseen. */
export function tallyOf(report: Report | undefined, succeeded: boolean): Tally {
  const passed = report?.numPassedTests ?? 0
  const failed = report?.numFailedTests ?? 0
  const failures = report ? failuresIn(report) : []
  if (succeeded && passed + failed > 0) return { passed, failed, failures }
  const told = failures.length > 0 ? failures : ['an error outside of any test, which stands above']
  return { passed, failed: Math.max(failed, 1), failures: told }
}

function failuresIn({ testResults }: Report): string[] {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const file = path.relative(ROOT, name)
    const failed = assertionResults.filter(({ status }) => status === 'failed')
    const tests = failed.map(
      (test) => `${file} > ${test.fullName}\n${reason(test.failureMessages?.join('\n'))}`,
    )
    return message ? [`${file}\n${reason(message)}`, ...tests] : tests
  })
}

const reason = (text = ''): string => text.slice(0, LONGEST_REASON)

async function readReport(file: string, say: Say): Promise<Report | undefined> {
  try {
    return v.parse(Report, JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    say(`Vitest left no report that can be read: ${String(error)}\n`)
    return undefined
  }
}
