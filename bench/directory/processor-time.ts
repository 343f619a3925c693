import { readdirSync, readFileSync } from 'node:fs'
import { Problem } from '../../scripts/setup/problem.mjs'

/** Linux counts a process's time in hundredths of a second (proc(5), `sysconf(_SC_CLK_TCK)`). */
const TICK_MS = 10

const PROGRAM = 'workerd'

interface Process {
  readonly name: string
  readonly parent: number
  readonly ms: number
}

/** What `/proc/PID/stat` says; null of a process that is gone. */
function readProcess(pid: number): Process | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name is in parentheses, and may hold anything.
    const [open, close] = [text.indexOf('('), text.lastIndexOf(')')]
    const fields = text.slice(close + 2).split(' ')
    const ticks = Number(fields[11]) + Number(fields[12])
    return { name: text.slice(open + 1, close), parent: Number(fields[1]), ms: ticks * TICK_MS }
  } catch {
    return null
  }
}

/** The workerd that this process has started. Throws a Problem where there is none, or this is no Linux. */
export class ProcessorTime {
  readonly #pid: number

  constructor() {
    const pids = readdirSync('/proc').map(Number).filter(Number.isInteger)
    const found = pids.find((pid) => {
      const process_ = readProcess(pid)
      return process_?.name === PROGRAM && process_.parent === process.pid
    })
    if (found === undefined) throw new Problem(`No ${PROGRAM} of this process was found under /proc.`)
    this.#pid = found
  }

  /** What it has used since it began, in ms. */
  get ms(): number {
    const found = readProcess(this.#pid)
    if (found === null) throw new Error(`${PROGRAM} is gone`)
    return found.ms
  }
}
