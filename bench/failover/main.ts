// What `npm run bench:failover` runs once everything is installed: see bench/README.md.
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { formatDuration } from '../../scripts/setup/progress.mjs'
import { Stage } from '../../scripts/stage/stage.ts'
import { openColdBrowser } from '../common/chromium.ts'
import { describeMachine } from '../common/machine.ts'
import { keepResult } from '../common/result.ts'
import { runBenchmark } from '../common/run-benchmark.ts'
import { untilToldToEnd } from '../common/until-told-to-end.ts'
import { CONTESTANTS, type Contestant } from './contestants.ts'
import { type Options, readOptions, USAGE } from './options.ts'
import { Person, TONES } from './person.ts'
import { Swarm, type SwarmNode } from './swarm.ts'
import { summarise, tableOf } from './table.ts'

/** Between everybody's hearing everybody and what happens. */
const CALM_MS = 3_000
/** A page whose sound runs slower than this share of real time counts too little silence. */
const FULL_PACE = 0.98

interface Scene {
  readonly url: string
  readonly swarm: Swarm
  readonly people: readonly Person[]
}

/** One room of four, and what happens to it. The silence of each pair, in milliseconds. */
async function lose({ url, swarm, people }: Scene, contestant: Contestant, run: number): Promise<number[]> {
  const { name, near, event, watchMs } = contestant
  await swarm.complete()
  if (event === 'cut') await swarm.addCutOff()
  for (const [index, person] of people.entries())
    await person.join(`${url}/${name}-${run}`, near?.[index] ?? null)
  await Promise.all(people.map((person) => person.hearsAll()))
  await pause(CALM_MS)
  if (event === 'reload') {
    const since = Date.now()
    await Promise.all(people.map((person) => person.reload()))
    const heard = await Promise.all(people.map((person) => person.firstHeard()))
    return heard.flat().map((at) => at - since)
  }
  await Promise.all(people.map((person) => person.begin()))
  const bury = await happen(swarm, event, near?.at(-1) ?? swarm.busy)
  await pause(watchMs)
  const silences = await Promise.all(people.map((person) => person.longestSilences()))
  for (const person of people) await warnOfSlowSound(person)
  await bury()
  return silences.flatMap((tones, listener) => tones.filter((_, speaker) => speaker !== listener))
}

/** Lets it happen; what is answered cleans up after it. */
async function happen(
  swarm: Swarm,
  event: Exclude<Contestant['event'], 'reload'>,
  victim: SwarmNode,
): Promise<() => Promise<void>> {
  switch (event) {
    case 'kill':
    case 'drain':
      swarm.end(victim, event === 'kill' ? 'SIGKILL' : 'SIGTERM')
      return () => swarm.bury(victim)
    case 'kill-worker':
      await swarm.killWorker(victim)
      return async () => {}
    case 'cut':
      await swarm.cut()
      return () => swarm.buryCutOff()
    case 'freeze':
      await swarm.freeze(victim)
      return () => swarm.bury(victim)
    default:
      return event satisfies never
  }
}

async function warnOfSlowSound(person: Person): Promise<void> {
  const pace = await person.pace()
  if (pace >= FULL_PACE) return
  console.warn(`the machine is too busy: sound ran at ${(pace * 100).toFixed(0)} % of its pace`)
}

/** The contestants take turns, so that whatever else the machine does meets all of them alike. */
async function measureAll(browser: Browser, stage: Stage, { runs, only }: Options): Promise<void> {
  const machine = await describeMachine()
  const people = await Promise.all(TONES.map((_, index) => Person.arrive(browser, index)))
  const scene = { url: stage.url, swarm: new Swarm(stage), people }
  const chosen = CONTESTANTS.filter(({ name }) => only.length === 0 || only.includes(name))
  const done = new Map<Contestant, number[][]>(chosen.map((contestant) => [contestant, []]))
  const started = performance.now()
  for (let run = 1; run <= runs; run += 1) {
    for (const [contestant, found] of done) {
      const silences = await lose(scene, contestant, run)
      found.push(silences)
      console.log(`${run}/${runs}  ${contestant.title}: at worst ${Math.max(...silences)} ms`)
    }
    const left = ((performance.now() - started) / run) * (runs - run)
    if (run < runs) console.log(`${run}/${runs}  about ${formatDuration(left)} left`)
  }
  const summaries = [...done].map(([contestant, found]) => summarise(contestant, found))
  console.log(`\nfour people, three nodes\n\n${tableOf(summaries)}`)
  console.log(`\nAll figures: ${await keepResult('failover', { machine, runs, summaries })}`)
}

async function run(options: ReturnType<typeof readOptions>): Promise<void> {
  await using opened = new AsyncDisposableStack()
  // At all addresses: a node in a network of its own reaches it at this machine's end of that.
  const stage = opened.adopt(await Stage.open({ host: '0.0.0.0' }), (each) => each.close())
  const browser = opened.adopt(await openColdBrowser(), (each) => each.close())
  await Promise.race([measureAll(browser, stage, options), untilToldToEnd()])
}

runBenchmark(USAGE, readOptions, run)
