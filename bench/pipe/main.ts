// What `npm run bench:pipe` runs once everything is installed: see bench/README.md.
import { freePorts } from '../../scripts/network/held-ports.ts'
import { mediasoupVersion } from '../../scripts/setup/places.mjs'
import { MediaWorker } from '../../sfu-node/media/workers/media-worker.ts'
import { describeComputer } from '../common/machine.ts'
import { keepResult } from '../common/result.ts'
import { runBenchmark } from '../common/run-benchmark.ts'
import { untilToldToEnd } from '../common/until-told-to-end.ts'
import { type Cost, measure } from './measure.ts'
import { readRuns, USAGE } from './options.ts'
import { ROUTES } from './routes.ts'
import { summarise, tableOf } from './table.ts'

/** People who speak and show a picture: each receiver consumes twice as many. */
const SENDERS = 3
const RECEIVERS = [1, 16]
const PIPE_PORTS = { from: 41_000, to: 41_099 }

async function startWorkers(closing: AsyncDisposableStack): Promise<[MediaWorker, MediaWorker]> {
  const first = await freePorts(2)
  const start = async (port: number) => {
    const address = { listen: '127.0.0.1', announce: ['127.0.0.1'], port, pipePorts: PIPE_PORTS }
    return closing.adopt(await MediaWorker.start(address), (worker) => worker.close())
  }
  return [await start(first), await start(first + 1)]
}

/** The routes take turns, so that whatever else the machine does meets all of them alike. */
async function measureAll(workers: readonly [MediaWorker, MediaWorker], runs: number): Promise<void> {
  const machine = { ...describeComputer(), mediasoup: mediasoupVersion() }
  const cases = RECEIVERS.flatMap((receivers) =>
    ROUTES.map((route) => ({ route, receivers, costs: [] as Cost[] })),
  )
  for (let round = 1; round <= runs; round += 1) {
    for (const { route, receivers, costs } of cases) {
      const cost = await measure(workers, route, { senders: SENDERS, receivers })
      costs.push(cost)
      const { cpuMsPerConsumerSecond: cpu } = cost
      console.log(`${round}/${runs}  ${route.title}, ${receivers} receiving: ${cpu.toFixed(2)} ms`)
    }
  }
  const summaries = cases.map(({ route, receivers, costs }) => summarise(route, receivers, costs))
  console.log(`\n${SENDERS} people send, medians of ${runs}\n\n${tableOf(summaries)}`)
  const kept = await keepResult('pipe', { machine, senders: SENDERS, runs, summaries })
  console.log(`\nAll figures: ${kept}`)
}

async function run(runs: number): Promise<void> {
  await using closing = new AsyncDisposableStack()
  const workers = await startWorkers(closing)
  await Promise.race([measureAll(workers, runs), untilToldToEnd()])
}

runBenchmark(USAGE, readRuns, run)
