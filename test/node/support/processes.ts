import { readdirSync, readFileSync } from 'node:fs'

/** Linux's /proc/PID/stat (proc(5)): the state, and the parent's id; none once the process is gone. */
function statOf(pid: number): { state: string; parent: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name before them stands in brackets, and may hold anything.
    const [state = '', parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { state, parent: Number(parent) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' || code === 'ESRCH') return undefined
    throw error
  }
}

/** Whether it is there, and not only waits for its parent to notice its end. */
export const isRunning = (pid: number): boolean => !['Z', undefined].includes(statOf(pid)?.state)

/** The ids of the running processes that `pid` started. */
export function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((child) => statOf(child)?.parent === pid && isRunning(child))
}
