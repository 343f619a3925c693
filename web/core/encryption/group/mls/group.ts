import {
  type CiphersuiteImpl,
  type ClientState,
  createCommit,
  createGroup,
  createGroupInfoWithExternalPubAndRatchetTree,
  emptyPskIndex,
  type GroupInfo,
  joinGroupExternal,
  mlsExporter,
  type Proposal,
  processPublicMessage,
} from 'ts-mls'
import { isSame } from '../../bytes.ts'
import type { Stay } from '../../stay.ts'
import { GroupError, NobodyInGroupError } from '../group-error.ts'
import type { Signer } from '../signer.ts'
import { requireBoundedCommit, requireRoom } from './bounds.ts'
import { CONFIG, newKeyPackage } from './client-config.ts'
import { readDescription } from './description.ts'
import { authenticatedDataOf, followedAs, requireRightRemoval, sayingOf } from './followed.ts'
import { isOneLeafEach, leafKeysOf, membersOf, requireOneLeafEach, requireOwnStays } from './leaves.ts'
import { decodeCommit, decodeGroupInfo, encodeCommit, encodeGroupInfo } from './mls-message.ts'
import { SUITE } from './suite/suite.ts'

/** What brings a group into its next epoch: what the others are told, and what those who come later start from. */
export interface NextEpoch {
  /** The group as it is once the room has taken the commit. */
  readonly group: Group
  /** For the members (RFC 9420 §12.4), as bytes of an MLSMessage. */
  readonly commit: Uint8Array
  /** For newcomers (RFC 9420 §12.4.3), as bytes of an MLSMessage; with the tree. */
  readonly groupInfo: Uint8Array
}

/** What somebody's commit made of the group. */
export interface Followed {
  readonly group: Group
  /** Whether messages have another key from now on: somebody was removed whom a moderator had put out. */
  readonly rotates: boolean
  /** Who has the room's link be another one from now on (K40); null where it stays as it is. */
  readonly changesLink: Stay | null
}

/**
 * The people of an encrypted room as a group of MLS (RFC 9420), in one epoch: a value that never changes, and that makes the
 * next ones. Newcomers come by external commits, whoever is gone is removed by somebody who is there; nothing else is followed.
 */
export class Group {
  readonly #state: ClientState
  readonly #suite: CiphersuiteImpl
  #members: ReadonlyMap<number, Stay> | null = null

  private constructor(state: ClientState, suite: CiphersuiteImpl) {
    this.#state = state
    this.#suite = suite
  }

  /** A new group of one. */
  static async create(room: string, signer: Signer, suite: CiphersuiteImpl = SUITE): Promise<Group> {
    const { publicPackage, privatePackage } = await newKeyPackage(signer, suite)
    const id = new TextEncoder().encode(room)
    return new Group(await createGroup(id, publicPackage, privatePackage, [], suite, CONFIG), suite)
  }

  /**
   * Comes into a group by oneself.
   *
   * @param groupInfo - As the last `NextEpoch` had it.
   * Throws a GroupError where it is none of that room, or is damaged; a NobodyInGroupError where nobody else is in it.
   */
  static async join(
    room: string,
    groupInfo: Uint8Array,
    signer: Signer,
    suite: CiphersuiteImpl = SUITE,
  ): Promise<NextEpoch> {
    const description = readDescription(room, groupInfo)
    const { state, publicMessage } = await asGroupError(() => comeInto(description, signer, suite))
    const group = new Group(state, suite)
    requireOneLeafEach(group.members)
    requireRoom(state.ratchetTree)
    requireOwnStays(state.ratchetTree)
    return { group, commit: encodeCommit(publicMessage), groupInfo: await group.describe() }
  }

  /** Counts the commits: 0 for a new group. */
  get epoch(): bigint {
    return this.#state.groupContext.epoch
  }

  /** Of which stays the group is, by the number of their leaf. */
  get members(): ReadonlyMap<number, Stay> {
    this.#members ??= membersOf(this.#state.ratchetTree)
    return this.#members
  }

  /** One's own leaf. */
  get ownLeaf(): number {
    return this.#state.privatePath.leafIndex
  }

  /** The public encryption key of each member's leaf (RFC 9420 §7.2), which that member has signed. */
  get leafKeys(): ReadonlyMap<Stay, Uint8Array> {
    return leafKeysOf(this.#state.ratchetTree)
  }

  /** The private half of one's own leaf's. */
  get ownLeafKey(): Uint8Array {
    const key = this.#state.privatePath.privateKeys[2 * this.ownLeaf]
    if (key === undefined) throw new GroupError('no key of our own leaf')
    return key
  }

  /** The same for all members of this epoch, and for nobody else (RFC 9420 §8.7): what can be compared aloud. */
  get authenticator(): Uint8Array {
    return this.#state.keySchedule.epochAuthenticator
  }

  /**
   * A key of this epoch for a purpose (RFC 9420 §8.5).
   *
   * @param bytes - How long it is to be.
   */
  async exportKey(purpose: string, bytes: number): Promise<Uint8Array> {
    const { exporterSecret } = this.#state.keySchedule
    return mlsExporter(exporterSecret, purpose, new Uint8Array(), bytes, this.#suite)
  }

  /**
   * The group without those; renews one's own keys as well, so that what they had is worth nothing.
   *
   * @param rotates - Whether messages have another key from then on.
   */
  async without(stays: ReadonlySet<Stay>, rotates: boolean): Promise<NextEpoch> {
    const leaves = [...this.members].filter(([leaf, stay]) => stays.has(stay) && leaf !== this.ownLeaf)
    if (leaves.length === 0) throw new GroupError('nobody to remove')
    return this.#commit(
      authenticatedDataOf(rotates ? 'rotates' : null),
      leaves.map(([removed]) => ({ proposalType: 'remove', remove: { removed } })),
    )
  }

  /** The group in an epoch from which the room's link follows anew, and messages have another key (K40). */
  changingLink(): Promise<NextEpoch> {
    return this.#commit(authenticatedDataOf('changes-link'), [])
  }

  async #commit(authenticatedData: Uint8Array, extraProposals: Proposal[]): Promise<NextEpoch> {
    const { newState, commit } = await createCommit(
      { state: this.#state, cipherSuite: this.#suite },
      { wireAsPublicMessage: true, authenticatedData, extraProposals },
    )
    if (commit.wireformat !== 'mls_public_message') throw new Error('not as it was asked for')
    const group = new Group(newState, this.#suite)
    return { group, commit: encodeCommit(commit.publicMessage), groupInfo: await group.describe() }
  }

  /**
   * The group after somebody's commit.
   *
   * @param isHere - Whether a stay is that of somebody who is in the room: they are not removed by anybody.
   * Throws a GroupError where it is not followed: the group stays what it is.
   */
  async after(commit: Uint8Array, isHere: (stay: Stay) => boolean): Promise<Followed> {
    const message = decodeCommit(commit)
    requireBoundedCommit(message, this.#state.ratchetTree)
    const saying = sayingOf(message)
    const { newState, actionTaken } = await asGroupError(() =>
      processPublicMessage(this.#state, message, emptyPskIndex, this.#suite, followedAs(saying)),
    )
    if (actionTaken === 'reject' || newState.groupContext.epoch !== this.epoch + 1n) {
      throw new GroupError('nothing that a room does with its group')
    }
    const group = new Group(newState, this.#suite)
    requireOneLeafEach(group.members)
    requireRoom(newState.ratchetTree)
    requireOwnStays(newState.ratchetTree, this.#state.ratchetTree)
    const { sender } = message.content
    const comesByThemselves = sender.senderType !== 'member'
    requireRightRemoval({ before: this.members, after: group.members, comesByThemselves }, isHere)
    const by = (sender.senderType === 'member' && this.members.get(sender.leafIndex)) || null
    return { group, rotates: saying !== null, changesLink: saying === 'changes-link' ? by : null }
  }

  /** Whether that is what newcomers to this epoch of the group start from. Throws a GroupError where it can be nothing of the kind. */
  isDescribedBy(groupInfo: Uint8Array): boolean {
    return isSame(this.#state.confirmationTag, decodeGroupInfo(groupInfo).confirmationTag)
  }

  /** For those who come later (RFC 9420 §12.4.3), as bytes of an MLSMessage; with the tree. */
  async describe(): Promise<Uint8Array> {
    return encodeGroupInfo(await createGroupInfoWithExternalPubAndRatchetTree(this.#state, [], this.#suite))
  }
}

/** What somebody has who came into a group. */
interface CameIn {
  readonly state: ClientState
  readonly publicMessage: Awaited<ReturnType<typeof joinGroupExternal>>['publicMessage']
}

/** Comes in beside all others, or in the place of one's own former leaf. Throws a NobodyInGroupError where nobody else is in it. */
async function comeInto(description: GroupInfo, signer: Signer, suite: CiphersuiteImpl): Promise<CameIn> {
  const { publicPackage, privatePackage } = await newKeyPackage(signer, suite)
  const come = async (again: boolean): Promise<CameIn> => {
    const { newState, publicMessage } = await joinGroupExternal(
      description,
      publicPackage,
      privatePackage,
      again,
      suite,
      undefined,
      CONFIG,
    )
    return { state: newState, publicMessage }
  }
  const asNew = await come(false)
  const members = membersOf(asNew.state.ratchetTree)
  if (isOneLeafEach(members)) return asNew
  // Without one's own former leaf nothing would be left of its tree.
  if ([...members.values()].every((stay) => stay === signer.stay)) {
    throw new NobodyInGroupError('nobody else is in it')
  }
  return come(true)
}

async function asGroupError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof NobodyInGroupError) throw cause
    throw new GroupError('not followed', { cause })
  }
}
