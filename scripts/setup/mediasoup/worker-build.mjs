import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { mediasoupFolder, mediasoupVersion } from '../places.mjs'
import { Problem } from '../problem.mjs'
import { ensureDebianPackages } from '../programs/debian-packages.mjs'
import { step } from '../progress.mjs'
import { CommandFailed, runCommand } from '../run-command.mjs'
import { describeBuild, NINJA_STATUS, readNinjaProgress } from './worker-ninja.mjs'

const PACKAGES = [
  'g++',
  'ninja-build',
  'flatbuffers-compiler',
  'libflatbuffers-dev',
  'libsrtp2-dev',
  'libuv1-dev',
  'libssl-dev',
  'libabsl-dev',
]

/** They stand in for two libraries that Debian 12 does not have. */
const OWN_HEADERS = new URL('mediasoup-headers', import.meta.url)

/** What flatc needs to make the headers that the worker includes (see the package's fbs/FBS/meson.build). */
const FLATC_OPTIONS = '--cpp --cpp-field-case-style lower --reflect-names --scoped-enums --filename-suffix'

/**
 * Builds mediasoup's worker from the sources in its npm package against Debian's libraries.
 * @param {(executable: string) => Promise<void>} keep takes the executable away before the build's folder goes
 */
export async function buildWorker(keep) {
  await ensureDebianPackages(PACKAGES, "build mediasoup's worker")
  const folder = await mkdtemp(path.join(os.tmpdir(), 'essaim-worker-'))
  try {
    await step(`Building mediasoup's worker ${mediasoupVersion()}, once for this user`, async (say) => {
      await copySources(folder)
      await makeMessageHeaders(folder)
      await writeFile(path.join(folder, 'build.ninja'), await describeBuild(folder))
      await runNinja(folder, say)
      await keep(path.join(folder, 'mediasoup-worker'))
    })
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error
    throw new Problem(`mediasoup's worker could not be built: ${error.message}`, { cause: error })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** @param {string} folder */
async function copySources(folder) {
  for (const part of ['src', 'include', 'fbs', 'deps', 'meson.build']) {
    await cp(path.join(mediasoupFolder(), 'worker', part), path.join(folder, part), { recursive: true })
  }
  await cp(fileURLToPath(OWN_HEADERS), path.join(folder, 'own-headers'), { recursive: true })
  await mendDtls(path.join(folder, 'src/RTC/DtlsTransport.cpp'))
}

/**
 * A BIO's callback is told "the operation returned" by a flag beside the operation's number, not by the flag
 * alone. Compared for equality, every BIO_ctrl on that BIO seems to answer 1; an OpenSSL with kernel TLS, as
 * Debian's is, then believes that the kernel holds the write buffer, and the first DTLS ServerHello writes
 * through a null pointer.
 * @param {string} file
 */
async function mendDtls(file) {
  const wrong = '(operationType == BIO_CB_RETURN)'
  const right = '((operationType & BIO_CB_RETURN) != 0)'
  const pieces = (await readFile(file, 'utf8')).split(wrong)
  if (pieces.length !== 2) {
    throw new Error(`${file} of mediasoup ${mediasoupVersion()} has not exactly one "${wrong}" to mend`)
  }
  await writeFile(file, pieces.join(right))
}

/** @param {string} folder */
async function makeMessageHeaders(folder) {
  const schemas = (await readdir(path.join(folder, 'fbs'))).filter((name) => name.endsWith('.fbs'))
  const options = [...FLATC_OPTIONS.split(' '), '', '-o', 'generated/FBS']
  await runCommand('flatc', [...options, ...schemas.map((name) => `fbs/${name}`)], { cwd: folder })
}

/**
 * @param {string} folder
 * @param {(detail: string) => void} say
 */
async function runNinja(folder, say) {
  let saidPercent = -1
  await runCommand('ninja', ['-j', String(os.availableParallelism?.() ?? os.cpus().length)], {
    cwd: folder,
    env: { ...process.env, NINJA_STATUS },
    onLine: (line) => {
      const progress = readNinjaProgress(line)
      // One word per step of 5 % is enough in a log, and a terminal overwrites its line anyway.
      if (!progress || progress.percent < saidPercent + 5) return
      saidPercent = progress.percent
      say(`[${progress.finished}/${progress.total}] ${progress.percent} %`)
    },
  })
}
