// What `npm run bench:placement` runs once everything is installed: see bench/README.md.

import { describeComputer } from '../common/machine.ts'
import { keepResult } from '../common/result.ts'
import { runBenchmark } from '../common/run-benchmark.ts'
import { boundOf } from './contestants/bound.ts'
import { CONTESTANTS } from './contestants/contestants.ts'
import { readOptions, USAGE } from './options.ts'
import { play } from './play/play.ts'
import { type Summary, summarise, tableOf } from './table.ts'
import { drawWorld } from './world/world.ts'

async function run(options: ReturnType<typeof readOptions>): Promise<void> {
  const machine = describeComputer()
  const world = drawWorld(options)
  const people = world.rooms.reduce((sum, { attendees }) => sum + attendees.length, 0)
  console.log(`${options.nodes} nodes, ${options.rooms} rooms, ${people} people, seed ${options.seed}`)
  const bound = boundOf(world)
  const summaries: Summary[] = []
  for (const contestant of CONTESTANTS) {
    const before = process.cpuUsage()
    const tally = play(world, contestant, options.seed)
    const seconds = process.cpuUsage(before).user / 1e6
    summaries.push(summarise(contestant, tally, seconds))
    console.log(`${contestant.title}: played in ${seconds.toFixed(1)} s of one core's time`)
  }
  console.log(`\n${tableOf(summaries, bound)}`)
  const kept = await keepResult('placement', { machine, options, people, summaries, bound })
  console.log(`\nAll figures: ${kept}`)
}

runBenchmark(USAGE, readOptions, run)
