import { Problem } from '../problem.mjs'
import { ensureDebianPackages, findProgram, isExecutable } from './debian-packages.mjs'

/**
 * @returns {Promise<string>} a Firefox to test with: the one in FIREFOX, the system's, or Debian's, which is installed
 *   if need be
 */
export async function ensureFirefox() {
  const given = process.env['FIREFOX']
  if (given) {
    if (isExecutable(given)) return given
    throw new Problem(`FIREFOX is "${given}", which cannot be executed: correct or unset it.`)
  }
  const found = findFirefox()
  if (found) return found
  await ensureDebianPackages(['firefox-esr'], 'run the tests in Firefox')
  const installed = findFirefox()
  if (!installed)
    throw new Error('The package firefox-esr is installed, and there is no firefox-esr in the PATH')
  return installed
}

function findFirefox() {
  return ['firefox-esr', 'firefox'].map(findProgram).find(Boolean)
}
