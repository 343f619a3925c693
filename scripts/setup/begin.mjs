import path from 'node:path'
import { ensureDependencies } from './dependencies.mjs'
import { ensureMediasoupWorker } from './mediasoup/mediasoup-worker.mjs'
import { ensurePage } from './page.mjs'
import { ROOT } from './places.mjs'
import { explainAndExit } from './problem.mjs'
import { ensureBrowser } from './programs/browser.mjs'
import { ensureFirefox } from './programs/firefox.mjs'
import { ensureNetworkTools } from './programs/network-tools.mjs'
import { ensureSoundServer } from './programs/sound-server.mjs'
import { ensureTurnServer } from './programs/turn-server.mjs'
import { ensureWebServers } from './programs/web-servers.mjs'
import { continueOnPinnedNode } from './run-pinned.mjs'
import { ensureSourceArchive } from './source-archive.mjs'

/**
 * @typedef {object} Needs what must be there before the script runs; the dependencies always are
 * @property {boolean} [worker] mediasoup's worker process
 * @property {boolean} [page] the built page
 * @property {boolean} [browser] a Chromium for tests
 * @property {boolean} [firefox] a Firefox for tests, with a sound output
 * @property {boolean} [turnServer] a coturn for tests
 * @property {boolean} [webServers] a Caddy and an nginx for tests
 * @property {boolean} [networks] what network namespaces are made with
 */

/**
 * Prepares what a program needs, saying only what it has to do, then becomes that program.
 * @param {string} script relative to the checkout
 * @param {Needs} needs
 * @param {string[]} args
 */
export async function begin(script, needs, args = process.argv.slice(2)) {
  try {
    await ensureDependencies()
    // Who asks what the options are does not want to wait for anything that is not needed to answer.
    const asksForHelp = args.includes('--help')
    const { worker, page, browser, firefox, turnServer, webServers, networks } = asksForHelp ? {} : needs
    /** @type {NodeJS.ProcessEnv} */
    const env = { ...process.env, PATH: pathWithTools() }
    if (worker) env['MEDIASOUP_WORKER_BIN'] = await ensureMediasoupWorker()
    if (browser) env['CHROMIUM'] = await ensureBrowser()
    if (firefox) {
      env['FIREFOX'] = await ensureFirefox()
      await ensureSoundServer()
    }
    if (turnServer) env['TURNSERVER'] = await ensureTurnServer()
    if (webServers) await ensureWebServers()
    if (networks) await ensureNetworkTools()
    if (page) {
      await ensurePage()
      await ensureSourceArchive()
    }
    await continueOnPinnedNode(path.join(ROOT, script), args, env)
  } catch (error) {
    explainAndExit(error)
  }
}

/** The checkout's own tools go before the system's, also where npm did not start us. */
function pathWithTools() {
  return [path.join(ROOT, 'node_modules/.bin'), process.env['PATH']].join(path.delimiter)
}
