import { readFileSync } from 'node:fs'
import { childrenOf } from '../../node/support/processes.ts'

/** The running processes that `pid` started, however deep. */
export const descendantsOf = (pid: number): number[] =>
  childrenOf(pid).flatMap((child) => [child, ...descendantsOf(child)])

/** The one of them whose command line holds `part`. */
export const descendantRunning = (pid: number, part: string): number | undefined =>
  descendantsOf(pid).find((child) => readFileSync(`/proc/${child}/cmdline`, 'utf8').includes(part))
