import { mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import { ROOT } from '../setup/places.mjs'
import { runGroup } from './run-group.ts'
import type { Stage, Tally } from './stage.ts'

const Report = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
})

/** The tests of one of Vitest's projects (vitest.config.ts). */
export function vitestStage(project: string, title: string): Stage {
  return { name: project, title, run: () => runProject(project) }
}

async function runProject(project: string): Promise<Tally> {
  const report = path.join(ROOT, '.cache/test-reports', `${project}.json`)
  await mkdir(path.dirname(report), { recursive: true })
  await rm(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const succeeded = await runGroup('vitest', ['run', '--project', project, ...reporters])
  return tallyOf(await readReport(report), succeeded)
}

/** An error outside of any test, or no report at all, counts as one failure: it must not go unseen. */
export function tallyOf(report: v.InferOutput<typeof Report> | undefined, succeeded: boolean): Tally {
  const passed = report?.numPassedTests ?? 0
  const failed = report?.numFailedTests ?? 0
  const sound = succeeded && passed + failed > 0
  return { passed, failed: sound ? failed : Math.max(failed, 1) }
}

async function readReport(file: string): Promise<v.InferOutput<typeof Report> | undefined> {
  try {
    return v.parse(Report, JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    console.error(`Vitest left no report that can be read: ${String(error)}`)
    return undefined
  }
}
