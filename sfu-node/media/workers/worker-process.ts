import { createWorker } from 'mediasoup'
import type { Worker } from 'mediasoup/types'

/** How long a worker may take to end by itself before it is killed. */
const CLOSE_TIMEOUT_MS = 1_000

/** Milliseconds of processor time that it has used since it started. Throws when it is gone. */
export async function cpuTimeMsOf(worker: Worker): Promise<number> {
  const usage = await worker.getResourceUsage()
  return usage.ru_utime + usage.ru_stime
}

/** mediasoup ends its workers by itself at these signals; here rooms may have to move first. Throws what mediasoup throws. */
export async function createWorkerDeafToSignals(): Promise<Worker> {
  const signals = ['SIGTERM', 'SIGINT'] as const
  const before = signals.map((signal) => new Set(process.listeners(signal)))
  const worker = await createWorker({ logLevel: 'error' })
  signals.forEach((signal, index) => {
    const added = process.listeners(signal).filter((listener) => !before[index]?.has(listener))
    for (const listener of added) process.removeListener(signal, listener)
  })
  return worker
}

/** Ends the process, and waits until it is gone: killed, where it does not end by itself. */
export async function closeWorker(worker: Worker): Promise<void> {
  worker.close()
  if (worker.subprocessClosed) return
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => killProcess(worker.pid), CLOSE_TIMEOUT_MS)
    worker.once('subprocessclose', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

/** Kills it; nothing where it is gone. */
export function killProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    const gone = error instanceof Error && 'code' in error && error.code === 'ESRCH'
    if (!gone) throw error
  }
}
