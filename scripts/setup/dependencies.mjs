import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fingerprint, isStamped, writeStamp } from './fingerprint.mjs'
import { PINNED_NODE, ROOT } from './places.mjs'
import { Problem } from './problem.mjs'
import { step } from './progress.mjs'
import { CommandFailed, runCommand } from './run-command.mjs'

/** The npm that installs where the system's Node is too old to install everything. */
const OWN_NPM = 'npm@11.19.1'

// Not `npm ci`: it refuses a lock file that lacks some other platform's optional packages, which is what npm
// writes where the registry does not carry them. With --no-save the lock decides all the same, and stays as
// it is. Scripts are off because mediasoup's would download or build a worker: that is our own, later step.
const INSTALL = 'install --no-save --ignore-scripts --no-audit --no-fund --loglevel=error'

// An install without a network tries again for minutes before it says so; this asks for one small thing once.
const PROBE =
  'view itty-router version --prefer-offline --loglevel=error --fetch-retries=0 --fetch-timeout=10000'

/** What npm says when the registry cannot be reached. */
const NO_NETWORK =
  /E(NOTFOUND|AI_AGAIN|TIMEDOUT|CONNREFUSED|CONNRESET|HOSTUNREACH|NETUNREACH)|ERR_SOCKET_TIMEOUT/

/** Installs what package-lock.json lists, the pinned Node among it, when it has changed since the last time. */
export async function ensureDependencies() {
  const stamp = path.join(ROOT, 'node_modules/.essaim-installed')
  const wanted = fingerprint([path.join(ROOT, 'package-lock.json')]) + process.arch
  if (isStamped(stamp, wanted) && existsSync(PINNED_NODE)) return
  await step('Installing the dependencies', async () => {
    await npm(PROBE.split(' '))
    await npm(INSTALL.split(' '))
    // The one package that needs its script: it fetches the pinned Node's executable.
    await npm(['rebuild', 'node', '--loglevel=error'])
    await writeStamp(stamp, wanted)
  })
}

/** @param {string[]} args */
async function npm(args) {
  const command = installsEverything(process.versions.node)
    ? ['npm', ...args]
    : [
        'npm',
        'exec',
        '--yes',
        `--package=${pinnedNodePackage()}`,
        `--package=${OWN_NPM}`,
        '--',
        'npm',
        ...args,
      ]
  const [program = 'npm', ...rest] = command
  try {
    await runCommand(program, rest, { cwd: ROOT })
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error
    throw new Problem(explainNpm(error.output), { cause: error })
  }
}

/** @param {string} output what npm said */
function explainNpm(output) {
  if (NO_NETWORK.test(output)) {
    return "npm's registry cannot be reached, and the first start needs it: connect to the network, then try again."
  }
  return `npm could not install the dependencies. It said:\n${output}`
}

/**
 * npm leaves out optional packages that do not want the Node it runs on. Vite's native half is one of them,
 * and Vite does not start without it: this is the range that it asks for.
 * @param {string} version as in process.versions.node
 */
export function installsEverything(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major === 20) return minor >= 19
  return major > 22 || (major === 22 && minor >= 12)
}

/** @returns {string} the package that holds nothing but the pinned Node's executable for this machine */
function pinnedNodePackage() {
  /** @type {{ dependencies: { node: string } }} */
  const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'))
  const isAppleSilicon = process.platform === 'darwin' && process.arch === 'arm64'
  return `${isAppleSilicon ? 'node-bin' : 'node'}-${process.platform}-${process.arch}@${manifest.dependencies.node}`
}
