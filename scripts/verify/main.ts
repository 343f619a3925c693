// What `npm test` runs once everything is installed: every stage, also after one that failed.
import { explainAndExit } from '../setup/problem.mjs'
import { formatDuration } from '../setup/progress.mjs'
import { selectStages, USAGE } from './select-stages.ts'
import type { RunOptions, Say, Stage, Tally } from './stage.ts'
import { takeTurns } from './take-turns.ts'

async function runStage({ name, title, run }: Stage, say: Say, options: RunOptions): Promise<Tally> {
  say(`\n== ${name}: ${title}\n`)
  const started = performance.now()
  const tally = await run(say, options)
  const verdict = tally.failed === 0 ? 'good' : 'FAILED'
  say(`== ${name}: ${verdict}, in ${formatDuration(performance.now() - started)}\n`)
  return { ...tally, failures: tally.failures.map((failure) => `${name}: ${failure}`) }
}

/** Runs all stages of a round side by side; they are heard one after the other. */
function runRound(stages: readonly Stage[], options: RunOptions): Promise<Tally[]> {
  const voices = takeTurns(stages.length, (text) => void process.stdout.write(text))
  const runs = stages.map(async (stage, index) => {
    const voice = voices[index]
    if (!voice) throw new Error('every stage has a voice')
    return runStage(stage, voice.say, options).finally(voice.end)
  })
  return Promise.all(runs)
}

async function main(): Promise<void> {
  if (process.argv.includes('--help')) {
    console.log(USAGE)
    return
  }
  const { rounds, ...options } = selectStages(process.argv.slice(2))
  const tallies: Tally[] = []
  for (const round of rounds) tallies.push(...(await runRound(round, options)))
  const sum = (of: 'passed' | 'failed'): number => tallies.reduce((total, tally) => total + tally[of], 0)
  if (!options.long) console.log('\nWhat takes long is left out: npm run test:long runs it, too.')
  for (const failure of tallies.flatMap(({ failures }) => failures)) console.log(`\nFailed: ${failure}`)
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
  process.exitCode = sum('failed') > 0 || sum('passed') === 0 ? 1 : 0
}

// As `exit` listeners end what is running, being told to end is no more than this.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130))

main().catch(explainAndExit)
