import type { Commit, GroupInfo, LeafNode, Node, Proposal, PublicMessage, RatchetTree } from 'ts-mls'
import { decodeRatchetTree } from 'ts-mls/ratchetTree.js'
import { MAX_GROUP_LEAVES } from '../../../../../protocol/limits.ts'
import { GroupError } from '../group-error.ts'

/**
 * What a description or a commit may hold before ts-mls works on it. Whoever has the link can seal one, and sign it with a key of
 * their own: ts-mls looks at who signed, and what that costs, after it has walked from each leaf that is named to the root, which
 * never ends for one beyond the tree, and after work that grows with the square of what is listed. All that a page of ours
 * makes is far within.
 */

/** Lengths of suite 1 (RFC 9420 §17.1): X25519 and Ed25519 keys, Ed25519 signatures, SHA-256. */
const KEY_BYTES = 32
const SIGNATURE_BYTES = 64
const HASH_BYTES = 32
/** A stay, by which leaves are called. */
const IDENTITY_BYTES = 8
/** Of each kind of thing that a member says it understands. */
const MAX_CAPABILITIES = 16
/** From a leaf to the root of the largest tree. */
const MAX_PATH_NODES = Math.ceil(Math.log2(MAX_GROUP_LEAVES))

/** Throws a GroupError where it is more than newcomers start from. */
export function requireBoundedInfo(info: GroupInfo): void {
  if (info.groupContext.extensions.length > 0) throw new GroupError('a group that asks for more')
  require(info.confirmationTag, HASH_BYTES)
  const [first, second, ...rest] = info.extensions.map(({ extensionType }) => extensionType)
  const areOurs = rest.length === 0 && first !== second
  if (!areOurs) throw new GroupError('another description than ours')
  requireBoundedTree(treeIn(info))
}

/** The tree of a description. Throws a GroupError where there is none. */
export function treeIn({ extensions }: GroupInfo): RatchetTree {
  const tree = extensions.find(({ extensionType }) => extensionType === 'ratchet_tree')
  if (tree === undefined) throw new GroupError('another description than ours')
  return treeOf(tree.extensionData)
}

/**
 * Throws a GroupError where a commit is more than people do who come and go: removals of members, and somebody who comes.
 *
 * @param tree - Of the epoch from which it goes on.
 */
export function requireBoundedCommit({ content }: PublicMessage, tree: RatchetTree): void {
  if (content.contentType !== 'commit') throw new GroupError('no commit')
  const { proposals, path } = content.commit
  if (proposals.length > MAX_GROUP_LEAVES) throw new GroupError('too many proposals')
  for (const proposal of proposals) {
    if (proposal.proposalOrRefType !== 'proposal') throw new GroupError('a proposal that nobody made')
    requireOfOurs(proposal.proposal, tree)
  }
  if (path !== undefined) requireBoundedPath(path)
}

/** Throws a GroupError where the tree is larger than newcomers would take. */
export function requireRoom({ length }: RatchetTree): void {
  // Leaves and parents take turns, from a leaf to a leaf.
  if (length > 2 * MAX_GROUP_LEAVES - 1) throw new GroupError('too many leaves')
}

function treeOf(bytes: Uint8Array): RatchetTree {
  let read: ReturnType<typeof decodeRatchetTree>
  try {
    read = decodeRatchetTree(bytes, 0)
  } catch (cause) {
    throw new GroupError('a tree that is unreadable', { cause })
  }
  if (read?.[1] !== bytes.length) throw new GroupError('a tree that is unreadable')
  return read[0]
}

function requireBoundedTree(tree: RatchetTree): void {
  requireRoom(tree)
  for (const [index, node] of tree.entries()) if (node !== undefined) requireBoundedNode(node, index)
}

/** Leaves have even numbers (RFC 9420 appendix C). */
function requireBoundedNode(node: Node, index: number): void {
  if ((node.nodeType === 'leaf') !== (index % 2 === 0)) throw new GroupError('no tree')
  if (node.nodeType === 'leaf') return requireBoundedLeaf(node.leaf)
  const { hpkePublicKey, parentHash, unmergedLeaves } = node.parent
  require(hpkePublicKey, KEY_BYTES)
  if (parentHash.length > 0) require(parentHash, HASH_BYTES)
  // Those are of people whom others added (RFC 9420 §4.2): here all come by themselves.
  if (unmergedLeaves.length > 0) throw new GroupError('somebody was added')
}

function requireBoundedLeaf(leaf: LeafNode): void {
  const { credential, capabilities } = leaf
  require(leaf.hpkePublicKey, KEY_BYTES)
  require(leaf.signaturePublicKey, KEY_BYTES)
  require(leaf.signature, SIGNATURE_BYTES)
  if (credential.credentialType !== 'basic') throw new GroupError('a member without a name')
  require(credential.identity, IDENTITY_BYTES)
  if (leaf.extensions.length > 0) throw new GroupError('a member that asks for more')
  const { versions, ciphersuites, extensions, proposals, credentials } = capabilities
  const most = Math.max(...[versions, ciphersuites, extensions, proposals, credentials].map(lengthOf))
  if (most > MAX_CAPABILITIES) throw new GroupError('a member that can do too much')
  if (leaf.leafNodeSource === 'commit' && leaf.parentHash.length > 0) require(leaf.parentHash, HASH_BYTES)
}

function requireOfOurs(proposal: Proposal, tree: RatchetTree): void {
  if (proposal.proposalType === 'external_init') return require(proposal.externalInit.kemOutput, KEY_BYTES)
  if (proposal.proposalType !== 'remove') throw new GroupError('nothing that a room does with its group')
  if (tree[2 * proposal.remove.removed]?.nodeType !== 'leaf')
    throw new GroupError('nobody who could be removed')
}

function requireBoundedPath({ leafNode, nodes }: NonNullable<Commit['path']>): void {
  requireBoundedLeaf(leafNode)
  if (nodes.length > MAX_PATH_NODES) throw new GroupError('a path beyond the root')
  for (const { hpkePublicKey, encryptedPathSecret } of nodes) {
    require(hpkePublicKey, KEY_BYTES)
    if (encryptedPathSecret.length > MAX_GROUP_LEAVES) throw new GroupError('too many secrets')
  }
}

const lengthOf = ({ length }: { readonly length: number }): number => length

function require({ length }: Uint8Array, bytes: number): void {
  if (length !== bytes) throw new GroupError('a key, a signature or a hash of another length')
}
