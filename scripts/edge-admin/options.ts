import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { InvitationRequest } from '../../protocol/http/lending.ts'
import { NodeId } from '../../protocol/ids.ts'
import { tidyLine } from '../../protocol/names/display-name.ts'
import { isLoopback } from '../network/local-address.ts'
import { Problem } from '../setup/problem.mjs'

export const USAGE = `Usage: npm run edge -- COMMAND [options]

Says to an edge what only its operator may. The edge knows the operator by a secret: ADMIN_SECRET_HASH is its SHA-256, in
the environment of the edge, and ESSAIM_ADMIN_SECRET the secret itself, in yours.

  secret            makes a secret and its SHA-256
  own-node ID       makes a key pair for a node of your own, which needs no invitation, and says where each half goes
  invite            prints an invitation to lend one node; send it by a way that only its receiver reads
    --name NAME       who lends, as people shall read it
    --link URL        their page, https only
    --place PLACE     where the node stands, for people to read
    --at=LAT,LON      the same in degrees, such as 45.76,4.84 or -33.87,151.21; nearer rooms go there
    --days N          how long the invitation is good (default: 7)
    --loopback        it is for a node on the edge's own machine, which reaches the edge at 127.0.0.1
  nodes             lists all nodes, how they stand, and why
  turn              how much went through TURN servers this month, and how much may
  pause ID          the node gets no new rooms
  drain ID          the same, and its rooms are to leave it
  resume ID         the node gets rooms again
  revoke ID         the node is out at once, for good; its key is erased

  --edge URL        the edge (default: ESSAIM_EDGE, or http://127.0.0.1:8787)
  --help            this text
`

const ORDERS = ['pause', 'resume', 'drain', 'revoke'] as const
type Order = (typeof ORDERS)[number]

/** How an edge is reached by its operator. */
export interface Access {
  readonly edge: URL
  readonly secret: string
}

/** What a command line asks for. */
export type Command =
  | { readonly command: 'help' }
  | { readonly command: 'secret' }
  | { readonly command: 'own-node'; readonly node: NodeId; readonly edge: URL }
  | { readonly command: 'invite'; readonly access: Access; readonly wish: InvitationRequest }
  | { readonly command: 'nodes' | 'turn'; readonly access: Access }
  | { readonly command: Order; readonly access: Access; readonly node: NodeId }

interface Environment {
  readonly ESSAIM_EDGE?: string | undefined
  readonly ESSAIM_ADMIN_SECRET?: string | undefined
}

const EdgeUrl = v.pipe(
  v.string(),
  v.url('must be an address, such as https://meet.example.org'),
  v.check((text) => /^https?:/.test(text), 'must begin with https:// or http://'),
  v.transform((text) => new URL(text)),
)

const AT_MEANING = 'must be degrees of latitude and longitude, such as 45.76,4.84'

const At = v.pipe(
  v.string(),
  v.regex(/^-?\d{1,2}(\.\d+)?,-?\d{1,3}(\.\d+)?$/, AT_MEANING),
  v.transform((text) => {
    const [latitude = 0, longitude = 0] = text.split(',').map(Number)
    return { latitude, longitude }
  }),
)

/** What the operator asks for. Throws a Problem with exit code 2 and a sentence that names the option. */
export function readCommand(args: readonly string[], env: Environment): Command {
  const { values, positionals } = parseArguments(args)
  if (values.help) return { command: 'help' }
  const [command, word, ...rest] = positionals
  if (command === 'secret' && word === undefined) return { command }
  const access = () => readAccess(values.edge, env)
  if ((command === 'nodes' || command === 'turn') && word === undefined) return { command, access: access() }
  if (command === 'invite' && word === undefined) {
    return { command, wish: readWish(values), access: forLenders(access(), values.loopback) }
  }
  if (command === 'own-node' && word !== undefined && rest.length === 0) {
    return { command, node: readNewNode(word), edge: readEdge(values.edge, env) }
  }
  const order = ORDERS.find((known) => known === command)
  if (order && word !== undefined && rest.length === 0) {
    return { command: order, node: readNode(word), access: access() }
  }
  throw wrong('Say one of the commands, and nothing besides it. See npm run edge -- --help.')
}

function readEdge(given: string | undefined, env: Environment): URL {
  const edge = v.safeParse(EdgeUrl, given ?? env.ESSAIM_EDGE ?? 'http://127.0.0.1:8787')
  if (edge.success) return edge.output
  throw wrong(`--edge ${edge.issues[0].message}.`)
}

/** An invitation names the edge as it was reached here, and a lender's machine is another one. */
function forLenders(access: Access, mayBeLoopback = false): Access {
  const isHere = isLoopback(access.edge.hostname.replaceAll(/^\[|\]$/g, ''))
  if (!isHere || mayBeLoopback) return access
  throw wrong(
    `An invitation for ${access.edge.href} would serve on this machine alone: say with --edge (or ESSAIM_EDGE) where lenders reach the edge, such as https://meet.example.org, or --loopback if the node is to be here.`,
  )
}

function readAccess(given: string | undefined, env: Environment): Access {
  const edge = readEdge(given, env)
  const secret = env.ESSAIM_ADMIN_SECRET
  if (!secret)
    throw wrong("ESSAIM_ADMIN_SECRET must hold the operator's secret: npm run edge -- secret makes one.")
  return { edge, secret }
}

interface WishOptions {
  readonly name?: string
  readonly link?: string
  readonly place?: string
  readonly at?: string
  readonly days?: string
}

const SENTENCES: Readonly<Record<string, string>> = {
  name: '--name must be 1 to 80 characters: who lends the node.',
  link: '--link must be an address that begins with https://.',
  place: '--place must be 1 to 80 characters.',
  at: `--at ${AT_MEANING}.`,
  days: '--days must be a number from 1 to 90.',
}

function readWish({ name = '', link, place, at, days = '7' }: WishOptions): InvitationRequest {
  const where = at === undefined ? null : v.safeParse(At, at)
  if (where && !where.success) throw wrong(SENTENCES['at'])
  const lender = {
    name: tidyLine(name),
    link: link ?? null,
    place: place === undefined ? null : tidyLine(place),
    at: where?.output ?? null,
  }
  const wish = v.safeParse(InvitationRequest, { lender, days: Number(days) })
  if (wish.success) return wish.output
  const [issue] = wish.issues
  const named = (v.getDotPath(issue) ?? '').split('.').find((part) => part in SENTENCES)
  throw wrong(SENTENCES[named ?? 'name'])
}

function readNode(word: string): NodeId {
  const node = v.safeParse(NodeId, word)
  if (node.success) return node.output
  throw wrong(`${word} is no id of a node: npm run edge -- nodes lists them.`)
}

function readNewNode(word: string): NodeId {
  const node = v.safeParse(NodeId, word)
  if (node.success) return node.output
  throw wrong(`${word} cannot be an id: 1 to 63 small letters, digits and dashes, and no dash first.`)
}

function parseArguments(args: readonly string[]) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const options = { edge: text, name: text, link: text, place: text, at: text, days: text, loopback: flag }
  try {
    return parseArgs({
      args: [...args],
      options: { ...options, help: flag },
      allowPositionals: true,
    })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw wrong(`${reason}. See npm run edge -- --help.`)
  }
}

const wrong = (sentence = 'That cannot be right.') => new Problem(sentence, { exitCode: 2 })
