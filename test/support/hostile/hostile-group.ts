import { isDeepStrictEqual } from 'node:util'
import {
  type CiphersuiteImpl,
  type ClientState,
  type Commit,
  createCommit,
  createGroup,
  createGroupInfoWithExternalPubAndRatchetTree,
  decodeMlsMessage,
  defaultCapabilities,
  defaultKeyPackageEqualityConfig,
  defaultLifetime,
  encodeMlsMessage,
  type GroupInfo,
  generateKeyPackageWithKey,
  getCiphersuiteFromName,
  getCiphersuiteImpl,
  joinGroupExternal,
  type KeyPackage,
  type PrivateKeyPackage,
  type PublicMessage,
  type RatchetTree,
} from 'ts-mls'
import { createMembershipTag } from 'ts-mls/authenticatedContent.js'
import { defaultClientConfig } from 'ts-mls/clientConfig.js'
import { createContentCommitSignature, toTbs } from 'ts-mls/framedContent.js'
import { signGroupInfo } from 'ts-mls/groupInfo.js'
import { decodeRatchetTree, encodeRatchetTree } from 'ts-mls/ratchetTree.js'
import { treeHashRoot } from 'ts-mls/treeHash.js'

const SUITE = getCiphersuiteFromName('MLS_128_DHKEMX25519_AES128GCM_SHA256_Ed25519')

/** The stay of whoever signs by that key (K32). */
const ownStay = async (publicKey: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(publicKey))).slice(0, 8)

/** Who is called the same is the same, whatever they sign by. */
const BY_NAME: typeof defaultKeyPackageEqualityConfig = {
  ...defaultKeyPackageEqualityConfig,
  compareKeyPackageToLeafNode: ({ leafNode }, { credential }) =>
    isDeepStrictEqual(leafNode.credential, credential),
}

/** What somebody has who wants to sign: a leaf, and the keys of it. */
interface Keys {
  readonly publicPackage: KeyPackage
  readonly privatePackage: PrivateKeyPackage
}

/** A commit with what its last part proves; without its signature. */
export interface Said {
  readonly commit: Commit
  readonly confirmationTag: Uint8Array
}

/**
 * Somebody who has the link, and says what no page of ours would: groups and commits of any form, each signed and hashed as it
 * has to be, so that it gets as far as it can.
 */
export class HostileMember {
  readonly #suite: CiphersuiteImpl
  readonly #keys: Keys

  private constructor(suite: CiphersuiteImpl, keys: Keys) {
    this.#suite = suite
    this.#keys = keys
  }

  /** @param as - The 8 bytes of somebody's stay whom they say that they are; their own where it is not given. */
  static async begin(as?: Uint8Array): Promise<HostileMember> {
    const suite = await getCiphersuiteImpl(SUITE)
    const signs = await suite.signature.keygen()
    const identity = as ?? (await ownStay(signs.publicKey))
    const keys = await generateKeyPackageWithKey(
      { credentialType: 'basic', identity },
      {
        ...defaultCapabilities(),
        versions: ['mls10'],
        ciphersuites: [SUITE.name],
        extensions: [],
        proposals: [],
        credentials: ['basic'],
      },
      defaultLifetime,
      [],
      signs,
      suite,
    )
    return new HostileMember(suite, keys)
  }

  /** A group of oneself, as it would be described, with its tree apart. */
  async found(room: string): Promise<{ readonly info: GroupInfo; readonly tree: RatchetTree }> {
    const { publicPackage, privatePackage } = this.#keys
    const id = new TextEncoder().encode(room)
    const state = await createGroup(id, publicPackage, privatePackage, [], this.#suite)
    return split(await createGroupInfoWithExternalPubAndRatchetTree(state, [], this.#suite))
  }

  /** Describes a group of that tree, as its first leaf, which has to be one's own. */
  async describe(info: GroupInfo, tree: RatchetTree): Promise<Uint8Array> {
    return this.describeBytes(info, encodeRatchetTree(tree), await treeHashRoot(tree, this.#suite.hash))
  }

  /** The same, with whatever stands for the tree. */
  async describeBytes(info: GroupInfo, tree: Uint8Array, treeHash: Uint8Array): Promise<Uint8Array> {
    const extensions = [...info.extensions, { extensionType: 'ratchet_tree', extensionData: tree } as const]
    const groupContext = { ...info.groupContext, treeHash }
    const tbs = { ...info, groupContext, extensions }
    const groupInfo = await signGroupInfo(
      tbs,
      this.#keys.privatePackage.signaturePrivateKey,
      this.#suite.signature,
    )
    return encodeMlsMessage({ version: 'mls10', wireformat: 'mls_group_info', groupInfo })
  }

  /** What one says to come into that group, and where one is then. */
  /** @param again - In the place of whoever is called the same. */
  async come(
    description: Uint8Array,
    again = false,
  ): Promise<{ readonly said: Said; readonly state: ClientState }> {
    const { publicPackage, privatePackage } = this.#keys
    const info = readInfo(description)
    const come = await joinGroupExternal(info, publicPackage, privatePackage, again, this.#suite, undefined, {
      ...defaultClientConfig,
      keyPackageEqualityConfig: BY_NAME,
    })
    return { said: saidIn(come.publicMessage), state: come.newState }
  }

  /** What a member says who removes others. */
  async remove(state: ClientState, ...leaves: readonly number[]): Promise<Said> {
    const { commit } = await createCommit(
      { state, cipherSuite: this.#suite },
      {
        wireAsPublicMessage: true,
        extraProposals: leaves.map((removed) => ({ proposalType: 'remove', remove: { removed } })),
      },
    )
    if (commit.wireformat !== 'mls_public_message') throw new Error('not for everybody')
    return saidIn(commit.publicMessage)
  }

  /** Any commit, from outside of the group that is described: nobody has to be in it to be heard. */
  async fromOutside(description: Uint8Array, { commit, confirmationTag }: Said): Promise<Uint8Array> {
    const sender = { senderType: 'new_member_commit' } as const
    const { groupContext } = readInfo(description)
    const { framedContent, signature } = await this.#sign(groupContext, commit, sender)
    const auth = { contentType: 'commit', signature, confirmationTag } as const
    return written({ ...sender, content: framedContent, auth })
  }

  /** Any commit, as a member. */
  async asMember(state: ClientState, { commit, confirmationTag }: Said): Promise<Uint8Array> {
    const { groupContext, keySchedule, privatePath } = state
    const sender = { senderType: 'member', leafIndex: privatePath.leafIndex } as const
    const { framedContent: content, signature } = await this.#sign(groupContext, commit, sender)
    const auth = { contentType: 'commit', signature, confirmationTag } as const
    const tbm = { contentTbs: toTbs(content, 'mls_public_message', groupContext), auth }
    const membershipTag = await createMembershipTag(keySchedule.membershipKey, tbm, this.#suite.hash)
    return written({ senderType: 'member', content, auth, membershipTag })
  }

  #sign(
    groupContext: GroupInfo['groupContext'],
    commit: Commit,
    sender: Parameters<typeof createContentCommitSignature>[3],
  ): ReturnType<typeof createContentCommitSignature> {
    const { signaturePrivateKey } = this.#keys.privatePackage
    const nothing = new Uint8Array()
    const { signature } = this.#suite
    return createContentCommitSignature(
      groupContext,
      'mls_public_message',
      commit,
      sender,
      nothing,
      signaturePrivateKey,
      signature,
    )
  }
}

function saidIn({ content, auth }: PublicMessage): Said {
  if (content.contentType !== 'commit' || auth.contentType !== 'commit') throw new Error('no commit')
  return { commit: content.commit, confirmationTag: auth.confirmationTag }
}

const written = (publicMessage: PublicMessage): Uint8Array =>
  encodeMlsMessage({ version: 'mls10', wireformat: 'mls_public_message', publicMessage })

/** The description in those bytes. */
function readInfo(description: Uint8Array): GroupInfo {
  const read = decodeMlsMessage(description, 0)?.[0]
  if (read?.wireformat !== 'mls_group_info') throw new Error('no description')
  return read.groupInfo
}

/** A description without its tree, and that tree. */
function split(info: GroupInfo): { readonly info: GroupInfo; readonly tree: RatchetTree } {
  const isTree = ({ extensionType }: GroupInfo['extensions'][number]): boolean =>
    extensionType === 'ratchet_tree'
  const read = decodeRatchetTree(info.extensions.find(isTree)?.extensionData ?? new Uint8Array(), 0)
  if (read === undefined) throw new Error('no tree')
  return { info: { ...info, extensions: info.extensions.filter((each) => !isTree(each)) }, tree: read[0] }
}
