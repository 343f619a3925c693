// What `npm run bench:join` runs once everything is installed: see bench/README.md.

import { describeMachine } from '../common/machine.ts'
import { keepResult } from '../common/result.ts'
import { runBenchmark } from '../common/run-benchmark.ts'
import { untilToldToEnd } from '../common/until-told-to-end.ts'
import { Arena } from './contestants/arena.ts'
import type { ContestantName } from './contestants/contestant.ts'
import type { Run } from './measured/measure.ts'
import { probeScript } from './measured/probe-script.ts'
import { type Summary, summarise } from './measured/summary.ts'
import { ratioOf, tableOf } from './measured/table.ts'
import type { Network } from './network/network.ts'
import { type Options, readOptions, USAGE } from './options.ts'

/** The contestants take turns, so that whatever else the machine does meets all of them alike. */
async function compete(arena: Arena, network: Network, { runs, contestants }: Options): Promise<Summary[]> {
  const done = new Map<ContestantName, Run[]>(contestants.map(({ name }) => [name, []]))
  for (let round = 1; round <= runs; round += 1) {
    for (const contestant of contestants) {
      const run = await arena.run(contestant, network)
      done.get(contestant.name)?.push(run)
      console.log(
        `${network.name} ${round}/${runs}  ${contestant.title}: ${run.clickToFrameMs.toFixed(0)} ms`,
      )
    }
  }
  return contestants.map((contestant) => summarise(contestant, done.get(contestant.name) ?? []))
}

async function measureAll(arena: Arena, options: Options): Promise<void> {
  const machine = await describeMachine()
  const networks = []
  for (const network of options.networks) {
    const summaries = await compete(arena, network, options)
    console.log(tableOf(network, summaries))
    networks.push({ ...network, ratio: ratioOf(summaries, 'essaim', 'floor'), contestants: summaries })
  }
  const kept = await keepResult('join', { machine, runs: options.runs, networks })
  console.log(`\nEvery run: ${kept}`)
}

async function run(options: ReturnType<typeof readOptions>): Promise<void> {
  const opened = new AsyncDisposableStack()
  try {
    const arena = await Arena.open(options.contestants, await probeScript(), opened)
    await Promise.race([measureAll(arena, options), untilToldToEnd()])
  } finally {
    await opened.disposeAsync()
  }
}

runBenchmark(USAGE, readOptions, run)
