import { Problem } from '../problem.mjs'
import { ensureDebianPackages, findProgram, isExecutable } from './debian-packages.mjs'

/** Chromium without the windows of a browser around it: a page that joins a room costs it a third of what it costs a whole one. */
const SHELL = 'chromium-headless-shell'
const WHOLE = ['chromium', 'chromium-browser', 'google-chrome']

/**
 * @returns {Promise<string>} a Chromium to test with: the one in CHROMIUM, the shell, which is installed if need be, or, where
 *   that cannot be, a whole one
 */
export async function ensureBrowser() {
  const given = process.env['CHROMIUM']
  if (given) {
    if (isExecutable(given)) return given
    throw new Problem(`CHROMIUM is "${given}", which cannot be executed: correct or unset it.`)
  }
  const shell = findProgram(SHELL)
  if (shell) return shell
  const whole = WHOLE.map(findProgram).find(Boolean)
  try {
    await ensureDebianPackages([SHELL], 'run the tests in a browser')
  } catch (error) {
    if (whole && error instanceof Problem) return whole
    throw error
  }
  const installed = findProgram(SHELL)
  if (!installed) throw new Error(`The package ${SHELL} is installed, and there is no ${SHELL} in the PATH`)
  return installed
}
