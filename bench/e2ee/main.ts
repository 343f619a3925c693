// What `npm run bench:e2ee` runs once everything is installed: see bench/README.md.
import { describeMachine } from '../common/machine.ts'
import { keepResult } from '../common/result.ts'
import { runBenchmark } from '../common/run-benchmark.ts'
import { untilToldToEnd } from '../common/until-told-to-end.ts'
import { measureFrames } from './frames.ts'
import { measureGroups } from './group.ts'
import { measureJoining } from './joining.ts'
import { type Options, readOptions, USAGE } from './options.ts'
import { measureProcessor } from './processor.ts'
import { importAsThePageDoes } from './rush/as-in-the-page.ts'
import type { measureRushes as MeasureRushes, RushFigures } from './rush.ts'
import { framesTable, groupTable, joiningTable, processorTable, rushTable } from './table.ts'

async function measureAll({ runs, people, rush, oversMs, parts }: Options): Promise<void> {
  const machine = await describeMachine()
  const say = (line: string): void => console.log(line)
  const frames = parts.includes('frames') ? await measureFrames(runs) : []
  const groups = parts.includes('group') ? await measureGroups(runs) : []
  const processor = parts.includes('processor') ? await measureProcessor(people, runs, say) : []
  const joining = parts.includes('joining') ? await measureJoining(runs, say) : []
  const rushes = parts.includes('rush') ? await rushesAsInThePage(rush, oversMs, runs, say) : []
  if (frames.length > 0) say(framesTable(frames))
  if (groups.length > 0) say(groupTable(groups))
  if (processor.length > 0) say(processorTable(processor))
  if (joining.length > 0) say(joiningTable(joining))
  if (rushes.length > 0) say(rushTable(rushes))
  const kept = await keepResult('e2ee', { machine, runs, frames, groups, processor, joining, rushes })
  say(`\nAll figures: ${kept}`)
}

/** What people run here is to be what they run in a page. */
async function rushesAsInThePage(...asked: Parameters<typeof MeasureRushes>): Promise<RushFigures[]> {
  importAsThePageDoes()
  const { measureRushes } = await import('./rush.ts')
  return measureRushes(...asked)
}

runBenchmark(USAGE, readOptions, async (options) => {
  await Promise.race([measureAll(options), untilToldToEnd()])
})
