import { accessSync, constants } from 'node:fs'
import path from 'node:path'
import { Problem } from '../problem.mjs'
import { step } from '../progress.mjs'
import { CommandFailed, runCommand } from '../run-command.mjs'

/**
 * Sees to it that packages of Debian (or of a system made from it) are installed.
 * @param {string[]} packages
 * @param {string} purpose ends the sentence "… is needed to …"
 * @throws {Problem} with the command to give, where this program may not install them itself
 */
export async function ensureDebianPackages(packages, purpose) {
  const missing = await missingDebianPackages(packages)
  if (missing.length === 0) return
  const command = `apt-get install --yes --no-install-recommends ${missing.join(' ')}`
  if (!findProgram('apt-get')) {
    throw new Problem(
      `${missing.join(', ')} (as Debian names them) ${missing.length > 1 ? 'are' : 'is'} needed to ${purpose}, ` +
        'and this system has no apt-get: install them with its own means, then try again.',
    )
  }
  if (process.getuid?.() !== 0) {
    throw new Problem(`to ${purpose}, first run: sudo ${command}`)
  }
  await step(`Installing Debian packages to ${purpose} (${missing.join(' ')})`, () => aptGetInstall(missing))
}

/**
 * @param {string[]} packages
 * @returns {Promise<string[]>} those that are not installed; all of them where there is no dpkg to ask
 */
async function missingDebianPackages(packages) {
  if (!findProgram('dpkg-query')) return packages
  const states = await Promise.all(packages.map(isInstalled))
  return packages.filter((_, index) => !states[index])
}

/** @param {string} name */
async function isInstalled(name) {
  try {
    const status = await runCommand('dpkg-query', ['--show', `--showformat=\${db:Status-Status}`, name])
    return status === 'installed'
  } catch (error) {
    // dpkg-query answers 1 for a package that it never heard of.
    if (error instanceof CommandFailed && error.exitCode === 1) return false
    throw error
  }
}

/** @param {string[]} packages */
async function aptGetInstall(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  try {
    await runCommand('apt-get', ['update', '--quiet'], { env })
    await runCommand('apt-get', ['install', '--yes', '--no-install-recommends', ...packages], { env })
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error
    throw new Problem(
      `apt-get could not install ${packages.join(' ')}. Is the network there? It said:\n${error.output}`,
      { cause: error },
    )
  }
}

/**
 * @param {string} name
 * @returns {string | undefined} where the PATH has this program
 */
export function findProgram(name) {
  for (const folder of (process.env['PATH'] ?? '').split(path.delimiter)) {
    const candidate = path.join(folder, name)
    if (isExecutable(candidate)) return candidate
  }
  return undefined
}

/** @param {string} file */
export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    // accessSync tells "no" by throwing; there is nothing more to know.
    return false
  }
}
