import { execFileSync, type StdioOptions } from 'node:child_process'
import os from 'node:os'
import { mediasoupVersion } from '../../scripts/setup/places.mjs'
import { ensureBrowser } from '../../scripts/setup/programs/browser.mjs'

/** What the figures were taken on, and with. */
export async function describeMachine() {
  return {
    ...describeComputer(),
    chromium: versionOf(await ensureBrowser()),
    mediasoup: mediasoupVersion(),
  }
}

/** The same for what needs neither media nor a browser. */
export function describeComputer() {
  return {
    date: new Date().toISOString(),
    cores: os.availableParallelism(),
    processor: os.cpus()[0]?.model ?? 'unknown',
    /** What the machine was busy with before we began: the mean number of running processes in the last minute. */
    loadBefore: os.loadavg()[0],
    node: process.version,
  }
}

function versionOf(browser: string): string {
  // Debian's wrapper complains on standard error of machines with much memory.
  const stdio: StdioOptions = ['ignore', 'pipe', 'ignore']
  return execFileSync(browser, ['--version', '--no-sandbox'], { encoding: 'utf8', stdio }).trim()
}
