import { newNodeKeyPair } from '../protocol/node-key.ts'
import type { Command, OwnIdentity } from './command.ts'
import { enrol } from './enrol.ts'
import type { MonthKeeper } from './month-transfer.ts'
import { type GivenOptions, type MediaOptions, readMediaOptions } from './options.ts'
import { EXIT_CODES, Problem } from './problem.ts'
import { PublicAddresses } from './public-addresses.ts'
import { StateFolder } from './state-folder.ts'

/** How this node was asked to run, and as whom. */
export interface NodeOptions extends MediaOptions, OwnIdentity {
  /** Where the count of what it sends outlives it; null where nothing hangs on that. */
  readonly months: MonthKeeper | null
}

type Join = Extract<Command, { command: 'join' }>
type Run = Extract<Command, { command: 'run' }>

/**
 * Enrols this machine with an invitation, and remembers it: the node may run. `say` is told what the person at the
 * terminal wants to know. Throws a Problem; an invitation that was not used is still good then.
 */
export async function join(
  { invitation, state, given }: Join,
  say: (line: string) => void,
): Promise<NodeOptions> {
  // What is wrong here is better known before the invitation is used, as is that there is no address to announce.
  const media = readMediaOptions(given)
  const folder = new StateFolder(state)
  const before = await folder.enrolment()
  if (before) {
    const sentence = `This machine is enrolled already, as ${before.node} at ${before.edge}: start it with run, or join with another folder in --state.`
    throw new Problem(EXIT_CODES.state, sentence)
  }
  if (media.announce === null) await new PublicAddresses(new URL(invitation.edge)).find()
  // Keys that are there are of a join whose answer was lost: with the same ones, the invitation is still good.
  const keys = (await folder.keys()) ?? (await newNodeKeyPair())
  await folder.keepKeys(keys)
  const { node, lender } = await enrol(invitation, keys)
  await folder.keepEnrolment({ edge: invitation.edge, node, lender, options: { ...given } })
  say(
    `This machine is enrolled as ${node}, lent by ${lender}. Its key is in ${folder.path}; keep it to yourself.`,
  )
  return withMonths(media, folder, { edge: new URL(invitation.edge), id: node, key: keys.privateKey })
}

/** Who this node is by what it was told or remembers, and how it runs. Throws a Problem. */
export async function remember({ own, state, given }: Run): Promise<NodeOptions> {
  const folder = new StateFolder(state)
  if (own) return withMonths(readMediaOptions(given), folder, own)
  const enrolment = await folder.enrolment()
  const keys = await folder.keys()
  if (!enrolment || !keys) {
    const sentence = `No node was enrolled with the folder ${folder.path}: join with an invitation first, or say where in --state.`
    throw new Problem(EXIT_CODES.state, sentence)
  }
  const media = readMediaOptions(merged(enrolment.options, given))
  return withMonths(media, folder, {
    edge: new URL(enrolment.edge),
    id: enrolment.node,
    key: keys.privateKey,
  })
}

const merged = (kept: GivenOptions, given: GivenOptions): GivenOptions => ({ ...kept, ...given })

async function withMonths(media: MediaOptions, folder: StateFolder, who: OwnIdentity): Promise<NodeOptions> {
  if (media.limits.bytesPerMonth === null) return { ...media, ...who, months: null }
  await folder.prepare()
  return { ...media, ...who, months: folder.months }
}
