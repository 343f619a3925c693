import { spawnSync } from 'node:child_process'
import { copyFile, mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { mediasoupVersion, userCacheFolder } from '../places.mjs'
import { explainAndExit, Problem } from '../problem.mjs'
import { isExecutable } from '../programs/debian-packages.mjs'
import { buildWorker } from './worker-build.mjs'
import { downloadWorker } from './worker-download.mjs'

/** What a mediasoup worker answers when it is started outside of mediasoup (see its main.cpp). */
const EXIT_CODE_OUTSIDE_MEDIASOUP = 41

/**
 * Finds, downloads or builds the worker process of the installed mediasoup, whatever comes first.
 * Silent when it is there already.
 * @returns {Promise<string>} the executable, to be given to mediasoup in MEDIASOUP_WORKER_BIN
 */
export async function ensureMediasoupWorker() {
  const given = process.env['MEDIASOUP_WORKER_BIN']
  if (given) {
    if (isExecutable(given)) return given
    throw new Problem(`MEDIASOUP_WORKER_BIN is "${given}", which cannot be executed: correct or unset it.`)
  }
  const name = `mediasoup-worker-${mediasoupVersion()}-${process.platform}-${process.arch}`
  const cached = path.join(userCacheFolder(), name)
  if (isExecutable(cached) && startsHere(cached)) return cached
  const downloaded = await downloadWorker()
  if (downloaded) await copyIntoPlace(downloaded, cached)
  else await buildWorker((built) => copyIntoPlace(built, cached))
  if (!startsHere(cached)) throw new Error(`${cached} was just made and does not start`)
  return cached
}

/**
 * A binary can be there and be of no use: its libraries went with an upgrade of the system, or it was built
 * on another system that shares this home.
 * @param {string} worker
 */
function startsHere(worker) {
  // Without MEDIASOUP_VERSION in its environment the worker ends at once.
  const { status } = spawnSync(worker, { env: {}, stdio: 'ignore', timeout: 10_000 })
  return status === EXIT_CODE_OUTSIDE_MEDIASOUP
}

/**
 * Copies beside the target first: a rename is atomic, so that two set-ups at once never see half a file.
 * @param {string} source
 * @param {string} target
 */
async function copyIntoPlace(source, target) {
  const beside = `${target}.${process.pid}`
  await mkdir(path.dirname(target), { recursive: true })
  try {
    await copyFile(source, beside)
    await rename(beside, target)
  } finally {
    await rm(beside, { force: true })
  }
}

// Run by itself: prepares the worker and says nothing when there is nothing to do.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensureMediasoupWorker().catch(explainAndExit)
}
