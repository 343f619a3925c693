import {
  type Capabilities,
  type CiphersuiteImpl,
  type ClientConfig,
  type ClientState,
  createCommit,
  createGroup,
  createGroupInfoWithExternalPubAndRatchetTree,
  decodeMlsMessage,
  defaultAuthenticationService,
  defaultKeyPackageEqualityConfig,
  defaultLifetime,
  defaultPaddingConfig,
  emptyPskIndex,
  encodeMlsMessage,
  generateKeyPackageWithKey,
  type IncomingMessageCallback,
  joinGroupExternal,
  type LeafNode,
  type MLSMessage,
  mlsExporter,
  type PublicMessage,
  processPublicMessage,
  type RatchetTree,
} from 'ts-mls'
import { fromBase64url, toBase64url } from '../../../../protocol/base64url.ts'
import type { Stay } from '../stay.ts'
import { readStay } from '../stay.ts'
import { requireBoundedCommit, requireBoundedInfo, requireRoom } from './bounds.ts'
import { GroupError, NobodyInGroupError } from './group-error.ts'
import { type Signer, stayOf } from './signer.ts'
import { SUITE } from './suite/suite.ts'

/** What of RFC 9420 a member understands: nothing beside what every member has to. */
const CAPABILITIES: Capabilities = {
  versions: ['mls10'],
  ciphersuites: [SUITE.name],
  extensions: [],
  proposals: [],
  credentials: ['basic'],
}

/** No key of an epoch is kept for its messages: all that is sent under a group is keyed by its exporter. */
const CONFIG: ClientConfig = {
  keyRetentionConfig: { retainKeysForGenerations: 0, retainKeysForEpochs: 0, maximumForwardRatchetSteps: 0 },
  lifetimeConfig: { maximumTotalLifetime: 0n, validateLifetimeOnReceive: false },
  keyPackageEqualityConfig: {
    ...defaultKeyPackageEqualityConfig,
    // Who comes again, having lost touch, takes the place of their own former leaf, whatever key that one had.
    compareKeyPackageToLeafNode: ({ leafNode }, leaf) => nameOf(leafNode) === nameOf(leaf),
  },
  paddingConfig: defaultPaddingConfig,
  authService: defaultAuthenticationService,
}

/** What a commit says beside what it does (RFC 9420 §6.1, authenticated_data): from its epoch on, messages have another key. */
const ROTATES = 1

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
}

/**
 * The people of an encrypted room as a group of MLS (RFC 9420), in one epoch: a value that never changes, and that makes the
 * next ones. Newcomers come by external commits, whoever is gone is removed by somebody who is there; nothing else is followed.
 */
export class Group {
  readonly #state: ClientState
  readonly #suite: CiphersuiteImpl

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
    const message = decode(groupInfo)
    if (message.wireformat !== 'mls_group_info') throw new GroupError('no description of a group')
    const { groupContext } = message.groupInfo
    if (groupContext.cipherSuite !== suite.name || new TextDecoder().decode(groupContext.groupId) !== room) {
      throw new GroupError('the description of another group')
    }
    requireBoundedInfo(message.groupInfo)
    const { publicPackage, privatePackage } = await newKeyPackage(signer, suite)
    const { groupInfo: description } = message
    const come = (again: boolean): ReturnType<typeof joinGroupExternal> =>
      joinGroupExternal(description, publicPackage, privatePackage, again, suite, undefined, CONFIG)
    const cameIn = await asGroupError(async () => {
      const first = await come(false)
      const asNew = new Group(first.newState, suite)
      if (isOneLeafEach(asNew.members)) return { group: asNew, publicMessage: first.publicMessage }
      // Without one's own former leaf nothing would be left of its tree.
      if ([...asNew.members.values()].every((stay) => stay === signer.stay)) return null
      const second = await come(true)
      return { group: new Group(second.newState, suite), publicMessage: second.publicMessage }
    })
    if (cameIn === null) throw new NobodyInGroupError('nobody else is in it')
    const { group, publicMessage } = cameIn
    requireOneLeafEach(group.members)
    requireRoom(group.#state.ratchetTree)
    await requireOwnStays(group.#state.ratchetTree)
    const commit = encodeMlsMessage({ version: 'mls10', wireformat: 'mls_public_message', publicMessage })
    return { group, commit, groupInfo: await group.#describe() }
  }

  /** Counts the commits: 0 for a new group. */
  get epoch(): bigint {
    return this.#state.groupContext.epoch
  }

  /** Of which stays the group is, by the number of their leaf. */
  get members(): ReadonlyMap<number, Stay> {
    const found = new Map<number, Stay>()
    for (const [index, node] of this.#state.ratchetTree.entries()) {
      if (node?.nodeType !== 'leaf') continue
      const stay = nameOf(node.leaf)
      if (stay === null) throw new GroupError('a member without a name')
      found.set(index / 2, stay)
    }
    return found
  }

  /** One's own leaf. */
  get ownLeaf(): number {
    return this.#state.privatePath.leafIndex
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
    const { newState, commit } = await createCommit(
      { state: this.#state, cipherSuite: this.#suite },
      {
        wireAsPublicMessage: true,
        authenticatedData: rotates ? Uint8Array.of(ROTATES) : new Uint8Array(),
        extraProposals: leaves.map(([removed]) => ({ proposalType: 'remove', remove: { removed } })),
      },
    )
    const group = new Group(newState, this.#suite)
    return { group, commit: encodeMlsMessage(commit), groupInfo: await group.#describe() }
  }

  /**
   * The group after somebody's commit.
   *
   * @param isHere - Whether a stay is that of somebody who is in the room: they are not removed by anybody.
   * Throws a GroupError where it is not followed: the group stays what it is.
   */
  async after(commit: Uint8Array, isHere: (stay: Stay) => boolean): Promise<Followed> {
    const message = decode(commit)
    if (message.wireformat !== 'mls_public_message') throw new GroupError('no commit')
    requireBoundedCommit(message.publicMessage, this.#state.ratchetTree)
    const rotates = doesRotate(message.publicMessage)
    const { newState, actionTaken } = await asGroupError(() =>
      processPublicMessage(this.#state, message.publicMessage, emptyPskIndex, this.#suite, followed),
    )
    if (actionTaken === 'reject' || newState.groupContext.epoch !== this.epoch + 1n) {
      throw new GroupError('nothing that a room does with its group')
    }
    const group = new Group(newState, this.#suite)
    const { members } = group
    requireOneLeafEach(members)
    requireRoom(newState.ratchetTree)
    await requireOwnStays(newState.ratchetTree, this.#state.ratchetTree)
    const remaining = new Set(members.values())
    const comesByThemselves = message.publicMessage.content.sender.senderType !== 'member'
    for (const stay of this.members.values()) {
      if (remaining.has(stay)) continue
      if (comesByThemselves) throw new GroupError('whoever comes removes nobody but themselves')
      if (isHere(stay)) throw new GroupError('somebody who is here would be removed')
    }
    return { group, rotates }
  }

  /** Whether that is what newcomers to this epoch of the group start from. */
  isDescribedBy(groupInfo: Uint8Array): boolean {
    const described = decode(groupInfo)
    if (described.wireformat !== 'mls_group_info') return false
    const { confirmationTag } = described.groupInfo
    const own = this.#state.confirmationTag
    return (
      own.length === confirmationTag.length && own.every((byte, index) => byte === confirmationTag[index])
    )
  }

  async #describe(): Promise<Uint8Array> {
    const groupInfo = await createGroupInfoWithExternalPubAndRatchetTree(this.#state, [], this.#suite)
    return encodeMlsMessage({ version: 'mls10', wireformat: 'mls_group_info', groupInfo })
  }

  /** For those who come later (RFC 9420 §12.4.3), as bytes of an MLSMessage; with the tree. */
  describe(): Promise<Uint8Array> {
    return this.#describe()
  }
}

/**
 * What is followed: whoever comes, by themselves, in the place of their own former leaf where they have one; whoever is gone,
 * removed by a member. Nobody adds anybody else.
 */
const followed: IncomingMessageCallback = (incoming) => {
  if (incoming.kind !== 'commit') return 'reject'
  const comesByThemselves = incoming.senderLeafIndex === undefined
  const isFollowed = incoming.proposals.every(
    ({ proposal: { proposalType } }) =>
      proposalType === 'remove' || (proposalType === 'external_init' && comesByThemselves),
  )
  return isFollowed && incoming.proposals.length > 0 ? 'accept' : 'reject'
}

/** Reads what a commit says beside what it does; only a member says anything. Throws a GroupError. */
function doesRotate({ content: { authenticatedData, sender } }: PublicMessage): boolean {
  if (authenticatedData.length === 0) return false
  const isKnown = authenticatedData.length === 1 && authenticatedData[0] === ROTATES
  if (!isKnown || sender.senderType !== 'member') throw new GroupError('a commit that says something else')
  return true
}

/** The stay that a leaf is called by; null where it is none. */
const nameOf = ({ credential }: LeafNode): Stay | null =>
  credential.credentialType === 'basic' ? readStay(toBase64url(credential.identity)) : null

const isOneLeafEach = (members: ReadonlyMap<number, Stay>): boolean =>
  new Set(members.values()).size === members.size

/**
 * Throws a GroupError where somebody is called by a stay that is not of the key by which they sign.
 *
 * @param before - Where what is not new was looked at already.
 */
async function requireOwnStays(tree: RatchetTree, before: RatchetTree = []): Promise<void> {
  const known = new Set(before)
  const fresh = tree.filter((node) => node?.nodeType === 'leaf' && !known.has(node))
  const areOwn = fresh.map(
    async (node) =>
      node?.nodeType === 'leaf' && nameOf(node.leaf) === (await stayOf(node.leaf.signaturePublicKey)),
  )
  if ((await Promise.all(areOwn)).includes(false)) throw new GroupError('somebody as another one')
}

function requireOneLeafEach(members: ReadonlyMap<number, Stay>): void {
  if (!isOneLeafEach(members)) throw new GroupError('one person twice')
}

const newKeyPackage = (
  { stay, keys }: Signer,
  suite: CiphersuiteImpl,
): ReturnType<typeof generateKeyPackageWithKey> =>
  generateKeyPackageWithKey(
    { credentialType: 'basic', identity: fromBase64url(stay) },
    CAPABILITIES,
    defaultLifetime,
    [],
    keys,
    suite,
  )

/** Reads an MLSMessage that fills the bytes. Throws a GroupError. */
function decode(bytes: Uint8Array): MLSMessage {
  let read: [MLSMessage, number] | undefined
  try {
    read = decodeMlsMessage(bytes, 0)
  } catch (cause) {
    throw new GroupError('unreadable', { cause })
  }
  if (read === undefined || read[1] !== bytes.length) throw new GroupError('unreadable')
  return read[0]
}

async function asGroupError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    throw new GroupError('not followed', { cause })
  }
}
