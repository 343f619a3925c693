import { newNodeKeyPair } from '../../protocol/node-edge/keys.ts'
import type { TransferStore } from '../limits/monthly-transfer.ts'
import { PublicAddresses } from '../reachability/public-addresses.ts'
import { EXIT_CODES, ExitError } from '../shared/exit-error.ts'
import type { Command, OwnIdentity } from './command.ts'
import { type GivenOptions, type MediaOptions, readMediaOptions } from './options.ts'
import { redeemInvitation } from './redeem-invitation.ts'
import { StateFolder } from './state-folder.ts'

/** How this node was asked to run, and as whom. */
export interface NodeOptions extends MediaOptions, OwnIdentity {
  /** Where the count of what it sends outlives it; null where nothing hangs on that. */
  readonly transferStore: TransferStore | null
}

type Join = Extract<Command, { command: 'join' }>
type Run = Extract<Command, { command: 'run' }>

/**
 * Enrols this machine with an invitation, and remembers it: the node may run. `say` is told what the person at the
 * terminal wants to know. Throws an ExitError; an invitation that was not used is still good then.
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
    throw new ExitError(EXIT_CODES.state, sentence)
  }
  if (media.announce === null) await new PublicAddresses(new URL(invitation.edge)).find()
  // Keys that are there are of a join whose answer was lost: with the same ones, the invitation is still good.
  const keys = (await folder.keys()) ?? (await newNodeKeyPair())
  await folder.keepKeys(keys)
  const { node, lender } = await redeemInvitation(invitation, keys)
  await folder.keepEnrolment({ edge: invitation.edge, node, lender, options: { ...given } })
  say(
    `This machine is enrolled as ${node}, lent by ${lender}. Its key is in ${folder.path}; keep it to yourself.`,
  )
  return withTransferStore(media, folder, { edge: new URL(invitation.edge), id: node, key: keys.privateKey })
}

/** Who this node is by what it was told or remembers, and how it runs. Throws an ExitError. */
export async function remember({ own, state, given }: Run): Promise<NodeOptions> {
  const folder = new StateFolder(state)
  if (own) return withTransferStore(readMediaOptions(given), folder, own)
  const enrolment = await folder.enrolment()
  const keys = await folder.keys()
  if (!enrolment || !keys) {
    const sentence = `No node was enrolled with the folder ${folder.path}: join with an invitation first, or say where in --state.`
    throw new ExitError(EXIT_CODES.state, sentence)
  }
  const media = readMediaOptions(merged(enrolment.options, given))
  return withTransferStore(media, folder, {
    edge: new URL(enrolment.edge),
    id: enrolment.node,
    key: keys.privateKey,
  })
}

const merged = (kept: GivenOptions, given: GivenOptions): GivenOptions => ({ ...kept, ...given })

async function withTransferStore(
  media: MediaOptions,
  folder: StateFolder,
  who: OwnIdentity,
): Promise<NodeOptions> {
  if (media.limits.bytesPerMonth === null) return { ...media, ...who, transferStore: null }
  await folder.prepare()
  return { ...media, ...who, transferStore: folder.transferStore }
}
