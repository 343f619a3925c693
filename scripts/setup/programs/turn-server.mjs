import { existsSync } from 'node:fs'
import { Problem } from '../problem.mjs'
import { runCommand } from '../run-command.mjs'
import { ensureDebianPackages, findProgram, isExecutable } from './debian-packages.mjs'

/**
 * @returns {Promise<string>} a coturn to test with: the one in TURNSERVER, the system's, or Debian's, which is installed
 *   if need be
 */
export async function ensureTurnServer() {
  const given = process.env['TURNSERVER']
  if (given) {
    if (isExecutable(given)) return given
    throw new Problem(`TURNSERVER is "${given}", which cannot be executed: correct or unset it.`)
  }
  const found = findProgram('turnserver')
  if (found) return found
  await ensureDebianPackages(['coturn'], 'test calls that go through a relay')
  // Debian starts what it installs: a relay for all the world to find, where only a program was wanted.
  if (existsSync('/run/systemd/system')) await runCommand('systemctl', ['disable', '--now', 'coturn'])
  const installed = findProgram('turnserver')
  if (!installed) throw new Error('The package coturn is installed, and there is no turnserver in the PATH')
  return installed
}
