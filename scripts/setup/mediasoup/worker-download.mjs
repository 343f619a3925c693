import { readFileSync } from 'node:fs'
import path from 'node:path'
import { mediasoupFolder, PINNED_NODE } from '../places.mjs'
import { step } from '../progress.mjs'
import { CommandFailed, runCommand } from '../run-command.mjs'

/** A network that swallows packets answers nothing at all: the release site gets this long to say a word. */
const PROBE_MS = 5_000
const DOWNLOAD_MS = 180_000

/**
 * Has mediasoup download its own prebuilt worker.
 * @returns {Promise<string | undefined>} where it put the executable; undefined when the site has none for
 *   this system or cannot be reached
 */
export async function downloadWorker() {
  if (!(await answers(releaseSite()))) return undefined
  try {
    await step("Downloading mediasoup's worker", runPostinstall)
  } catch (error) {
    if (error instanceof CommandFailed) return undefined
    throw error
  }
  return path.join(mediasoupFolder(), 'worker/out/Release/mediasoup-worker')
}

async function runPostinstall() {
  await runCommand(PINNED_NODE, ['npm-scripts.mjs', 'postinstall'], {
    cwd: mediasoupFolder(),
    timeoutMs: DOWNLOAD_MS,
    env: {
      ...process.env,
      MEDIASOUP_FORCE_WORKER_PREBUILT_DOWNLOAD: '1',
      // Where its download fails, the script goes on to build with pip and meson, which fetch from yet more
      // sites. A "Python" that always fails stops it there; our own build needs none of this.
      PYTHON: 'false',
    },
  })
}

/** @returns {string} the address that mediasoup's script downloads from */
function releaseSite() {
  const mirror = process.env['MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL']
  if (mirror) return mirror
  /** @type {{ repository: { url: string } }} */
  const manifest = JSON.parse(readFileSync(path.join(mediasoupFolder(), 'package.json'), 'utf8'))
  return manifest.repository.url.replace(/^git\+/, '').replace(/\.git$/, '')
}

/**
 * @param {string} url
 * @returns {Promise<boolean>} whether a server answers there, with whatever status
 */
async function answers(url) {
  try {
    await fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(PROBE_MS) })
    return true
  } catch {
    // No name, no route, no answer in time: to us they are one and the same, and the build comes next.
    return false
  }
}
