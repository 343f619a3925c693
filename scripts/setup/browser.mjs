import { ensureDebianPackages, findProgram, isExecutable } from './debian-packages.mjs'
import { Problem } from './problem.mjs'

/**
 * @returns {Promise<string>} a Chromium to test with: the one in CHROMIUM, the system's, or Debian's, which is
 *   installed if need be
 */
export async function ensureBrowser() {
  const given = process.env['CHROMIUM']
  if (given) {
    if (isExecutable(given)) return given
    throw new Problem(`CHROMIUM is "${given}", which cannot be executed: correct or unset it.`)
  }
  const found = findChromium()
  if (found) return found
  await ensureDebianPackages(['chromium'], 'run the tests in a browser')
  const installed = findChromium()
  if (!installed) throw new Error('The package chromium is installed, and there is no chromium in the PATH')
  return installed
}

function findChromium() {
  return ['chromium', 'chromium-browser', 'google-chrome'].map(findProgram).find(Boolean)
}
