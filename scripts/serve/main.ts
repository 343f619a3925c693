// What `npm start` runs once everything is installed: the edge on workerd and one node, or none, until it is told to end.
import { setTimeout as pause } from 'node:timers/promises'
import * as v from 'valibot'
import { type NodeKeyPair, newNodeKeyPair } from '../../protocol/node-edge/keys.ts'
import { takeDataFolder } from '../edge/data-folder.ts'
import { type Edge, startEdge } from '../edge/edge.ts'
import { EdgeTrouble } from '../edge/edge-trouble.ts'
import { operatorSettings } from '../edge/operator-settings.ts'
import { requireFreePorts } from '../network/free-ports.ts'
import { isLoopback, isWildcard, urlHost } from '../network/local-address.ts'
import type { NodeLogLine } from '../node-process.ts'
import { explainAndExit, Problem } from '../setup/problem.mjs'
import { formatDuration } from '../setup/progress.mjs'
import { openBrowser } from './open-browser.ts'
import { readServeOptions, type ServeOptions, USAGE } from './serve-options.ts'
import { SupervisedNode } from './supervised-node.ts'

const Health = v.object({ ok: v.boolean(), nodes: v.number() })
/** What the edge calls the node that starts with it. */
const OWN_NODE = 'local'
const READY_WITHIN_MS = 60_000
const POLL_MS = 50

async function main(): Promise<void> {
  const options = readServeOptions(process.argv.slice(2))
  if (options === 'help') {
    console.log(USAGE)
    return
  }
  await requireFreePorts(portsOf(options))
  const data = await takeDataFolder(options.dataDir)
  const keys = options.node ? await newNodeKeyPair() : null
  const trouble = new EdgeTrouble()
  const bindings = await bindingsFor(keys)
  const edge = await startEdge({ ...options, bindings, onLog: trouble.hear })
  const node = keys && startOwnNode(options, edge, keys)
  stopOnSignals(async () => {
    await node?.stop()
    await edge.stop()
    data.release()
  })
  const refusal = node?.hopeless.then(({ code }) => {
    throw new Problem(`the media node could not start (code ${code}); it says why above.`)
  })
  const ready = untilItServes(edge, trouble, node ? 1 : 0)
  await Promise.race(node ? [ready, refusal] : [ready])
  greet(options, edge, bindings)
  await refusal
}

function portsOf(options: ServeOptions) {
  const media = Array.from({ length: options.workers }, (_, worker) =>
    (['UDP', 'TCP'] as const).map((protocol) => ({
      protocol,
      host: options.mediaListen,
      port: options.mediaPort + worker,
      option: '--media-port',
    })),
  )
  const page = { protocol: 'TCP', host: options.host, port: options.port, option: '--port' } as const
  return options.node ? [page, ...media.flat()] : [page]
}

/** What the operator has set, and our own node's key, which is new at each start, before those of their other nodes. */
async function bindingsFor(own: NodeKeyPair | null): Promise<Record<string, string>> {
  const settings = await operatorSettings()
  const keys = [own && `${OWN_NODE}:${own.publicKey}`, settings['NODE_KEYS']]
  return { ...settings, NODE_KEYS: keys.filter((key) => key).join(',') }
}

function startOwnNode(options: ServeOptions, edge: Edge, { privateKey }: NodeKeyPair): SupervisedNode {
  const { announce, mediaListen: listen, mediaPort, workers } = options
  return new SupervisedNode({
    edge: edge.url,
    key: privateKey,
    id: OWN_NODE,
    region: 'local',
    announce,
    listen,
    mediaPort,
    workers,
    onLog: showTrouble,
  })
}

/** A person at a terminal wants to hear of the node only when something is wrong. */
function showTrouble(line: NodeLogLine): void {
  if (line.level === 'warn' || line.level === 'error') console.error(JSON.stringify(line))
}

/** @param nodes - That are to be there. */
async function untilItServes(edge: Edge, trouble: EdgeTrouble, nodes: number): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS
  while (performance.now() < deadline) {
    const response = await fetch(`${edge.url}/healthz`)
    if (!response.ok) throw new Problem(await whyItFails(trouble))
    const health = v.parse(Health, await response.json())
    if (health.ok && health.nodes >= nodes) return
    await pause(POLL_MS)
  }
  throw new Problem(
    `the media node did not register within ${READY_WITHIN_MS / 1000} s; it may say why above.`,
  )
}

async function whyItFails(trouble: EdgeTrouble): Promise<string> {
  const complaint = await trouble.complaint()
  return complaint === null ? 'the edge does not serve; it says why above.' : `${complaint}.`
}

function greet(options: ServeOptions, edge: Edge, settings: Readonly<Record<string, string>>): void {
  console.log(`\nEssaim is ready, after ${formatDuration(performance.now())}:  ${edge.url}`)
  for (const about of [aboutAddresses(options), aboutMedia(options), aboutOperator(options, settings)])
    if (about) console.log(about)
  if (isWildcard(options.host)) {
    console.log(
      'From other machines, browsers give camera and microphone to https only: put a web server before it.',
    )
  }
  console.log('Ctrl-C ends it.\n')
  if (options.open) openBrowser(edge.url)
}

/** What it means for whom to count when somebody else may connect than this machine; null where nobody can. */
function aboutAddresses({ host, port, behindProxy }: ServeOptions): string | null {
  if (isLoopback(host)) return null
  const where = `${urlHost(host)}:${port}`
  return behindProxy
    ? `Let nobody but your web server reach ${where}: whoever else does can say that they are anybody (--behind-proxy).`
    : `Whoever reaches ${where} is known by the address of their connection. If that is a web server's, start with --behind-proxy: all its visitors count as one otherwise, and one who guesses passwords keeps out all.`
}

/** Where visitors from elsewhere are told to send media; null where there are none. */
function aboutMedia({ host, announce, behindProxy, mediaPort, workers }: ServeOptions): string | null {
  if (isLoopback(host) && !behindProxy) return null
  if (isLoopback(announce)) {
    return `Visitors are told to send media to ${announce}, which is their own machine: pages open, and nobody hears anybody. Say --announce with this machine's public address.`
  }
  const ports = workers > 1 ? `ports ${mediaPort} to ${mediaPort + workers - 1}` : `port ${mediaPort}`
  return `Visitors send media to ${announce}, ${ports}, by UDP and TCP: that has to be reached from where they are, or nobody hears anybody (--announce).`
}

/** That visitors from elsewhere are not told whose site this is; null where they are, or where there are none. */
function aboutOperator(
  { host, behindProxy }: ServeOptions,
  { OPERATOR_NAME, OPERATOR_CONTACT }: Readonly<Record<string, string>>,
): string | null {
  if ((isLoopback(host) && !behindProxy) || OPERATOR_NAME || OPERATOR_CONTACT) return null
  return 'Visitors are not told who runs this site: say it in OPERATOR_NAME and OPERATOR_CONTACT (docs/operating.md).'
}

/** The first signal stops everything in order; further ones, as npm and the terminal send them, change nothing. */
function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // Miniflare's own listeners end the process at once, before the node could take its leave.
    process.removeAllListeners(signal)
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      stop().then(() => process.exit(0), explainAndExit)
    })
  }
}

main().catch(explainAndExit)
