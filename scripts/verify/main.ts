// What `npm test` runs once everything is installed: every stage, also after one that failed.
import { explainAndExit } from '../setup/problem.mjs'
import { formatDuration } from '../setup/progress.mjs'
import { selectStages, USAGE } from './select-stages.ts'
import type { Stage, Tally } from './stage.ts'

async function runStage({ name, title, run }: Stage): Promise<Tally> {
  console.log(`\n== ${name}: ${title}`)
  const started = performance.now()
  const tally = await run()
  const verdict = tally.failed === 0 ? 'good' : 'FAILED'
  console.log(`== ${name}: ${verdict}, in ${formatDuration(performance.now() - started)}`)
  return tally
}

async function main(): Promise<void> {
  if (process.argv.includes('--help')) {
    console.log(USAGE)
    return
  }
  let passed = 0
  let failed = 0
  for (const stage of selectStages(process.argv.slice(2))) {
    const tally = await runStage(stage)
    passed += tally.passed
    failed += tally.failed
  }
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0
}

// As `exit` listeners end what is running, being told to end is no more than this.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130))

main().catch(explainAndExit)
