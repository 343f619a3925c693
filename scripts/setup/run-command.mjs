import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { Interrupted } from './problem.mjs'

/** How much of a command's output is kept to explain its failure, in lines. */
const KEPT_LINES = 40

/** A command that did not end well; `output` is the last of what it said, standard output and error together. */
export class CommandFailed extends Error {
  /**
   * @param {string} command
   * @param {number | null} exitCode null when a signal or the time-out ended it
   * @param {string} output
   */
  constructor(command, exitCode, output) {
    super(`${command} ${exitCode === null ? 'was ended' : `failed with code ${exitCode}`}:\n${output}`)
    this.name = 'CommandFailed'
    this.exitCode = exitCode
    this.output = output
  }
}

/**
 * Runs a command to its end, quietly: what it says is handed to `onLine` and kept for the error.
 * Ctrl-C or SIGTERM meanwhile end the command and reject with Interrupted.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, onLine?: (line: string) => void }} [options]
 * @returns {Promise<string>} the last lines of its output
 * @throws {CommandFailed} for an exit code other than 0, a time-out, or a command that is not there
 */
export function runCommand(command, args, { cwd, env, timeoutMs, onLine } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, timeout: timeoutMs, stdio: ['ignore', 'pipe', 'pipe'] })
    /** @type {string[]} */
    const lines = []
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line)
        if (lines.length > KEPT_LINES) lines.shift()
        onLine?.(line)
      })
    }
    const signals = forwardSignals(child)
    child.once('error', (error) => reject(new CommandFailed(command, null, error.message)))
    child.once('close', (code) => {
      signals.stopForwarding()
      const output = lines.join('\n')
      if (signals.forwarded) reject(new Interrupted(signals.forwarded))
      else if (code === 0) resolve(output)
      else reject(new CommandFailed([command, ...args].join(' '), code, output))
    })
  })
}

/**
 * Passes the signals that end us on to a command.
 * @param {import('node:child_process').ChildProcess} child
 */
function forwardSignals(child) {
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => {
    signals.forwarded = signal
    child.kill(signal)
  }
  const signals = {
    /** @type {NodeJS.Signals | undefined} what was passed on so far */
    forwarded: undefined,
    stopForwarding: () => process.off('SIGINT', forward).off('SIGTERM', forward),
  }
  process.on('SIGINT', forward).on('SIGTERM', forward)
  return signals
}
