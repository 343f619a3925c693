import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { openBrowser } from './browser.ts'

/** A browser on a machine of its own that can be put to sleep: all its processes stop, and go on. Linux only. */
export class SleepingBrowser {
  readonly browser: Browser
  readonly #mark: string

  private constructor(browser: Browser, mark: string) {
    this.browser = browser
    this.#mark = mark
  }

  static async open(): Promise<SleepingBrowser> {
    // A switch that no browser knows: the process is found by it.
    const mark = `--essaim-test-${randomUUID()}`
    return new SleepingBrowser(await openBrowser({ flags: [mark] }), mark)
  }

  async sleep(): Promise<void> {
    await this.#signal('SIGSTOP')
  }

  async wake(): Promise<void> {
    await this.#signal('SIGCONT')
  }

  /** Awake or asleep. */
  async close(): Promise<void> {
    await this.wake()
    await this.browser.close()
  }

  /** Reaches those as well that are started meanwhile. */
  async #signal(signal: 'SIGSTOP' | 'SIGCONT'): Promise<void> {
    const reached = new Set<number>()
    for (let missed = await this.#family(); missed.length > 0; ) {
      for (const pid of missed) {
        reached.add(pid)
        signalIfRunning(pid, signal)
      }
      missed = (await this.#family()).filter((pid) => !reached.has(pid))
    }
    if (reached.size === 0) throw new Error('the browser has no process')
  }

  async #family(): Promise<number[]> {
    const processes = await processesNow()
    const family = new Set(
      processes.filter(({ command }) => command.includes(this.#mark)).map(({ pid }) => pid),
    )
    for (let size = 0; size < family.size; ) {
      size = family.size
      for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid)
    }
    return [...family]
  }
}

/** A browser ends processes of its own now and then, also between a look and a signal. */
function signalIfRunning(pid: number, signal: 'SIGSTOP' | 'SIGCONT'): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

interface RunningProcess {
  readonly pid: number
  readonly parent: number
  readonly command: string
}

async function processesNow(): Promise<RunningProcess[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const found = await Promise.all(pids.map(processOf))
  return found.filter((each) => each !== null)
}

/** Null for one that ended while we looked. */
async function processOf(pid: number): Promise<RunningProcess | null> {
  try {
    const [status, command] = await Promise.all([
      readFile(`/proc/${pid}/status`, 'utf8'),
      readFile(`/proc/${pid}/cmdline`, 'utf8'),
    ])
    return { pid, parent: Number(/^PPid:\s*(\d+)$/m.exec(status)?.[1]), command }
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH'))
      return null
    throw error
  }
}
