import type { LeafNode, RatchetTree } from 'ts-mls'
import { toBase64url } from '../../../../../protocol/base64url.ts'
import { readStay, type Stay } from '../../stay.ts'
import { GroupError } from '../group-error.ts'
import { stayOf } from '../signer.ts'

/** Who the leaves of a group's tree are, and whether they can be: one leaf each, called by the stay of its own key. */

/** The stay that a leaf is called by; null where it is none. */
export const nameOf = ({ credential }: LeafNode): Stay | null =>
  credential.credentialType === 'basic' ? readStay(toBase64url(credential.identity)) : null

/** Of which stays the tree is, by the number of their leaf. Throws a GroupError where one is called by none. */
export function membersOf(tree: RatchetTree): ReadonlyMap<number, Stay> {
  const found = new Map<number, Stay>()
  for (const [index, node] of tree.entries()) {
    if (node?.nodeType !== 'leaf') continue
    const stay = nameOf(node.leaf)
    if (stay === null) throw new GroupError('a member without a name')
    found.set(index / 2, stay)
  }
  return found
}

/** The public encryption keys of the leaves, by the stays that they are called by. */
export const leafKeysOf = (tree: RatchetTree): ReadonlyMap<Stay, Uint8Array> =>
  new Map(
    [...membersOf(tree)].flatMap(([leaf, stay]) => {
      const node = tree[2 * leaf]
      return node?.nodeType === 'leaf' ? [[stay, node.leaf.hpkePublicKey] as const] : []
    }),
  )

export const isOneLeafEach = (members: ReadonlyMap<number, Stay>): boolean =>
  new Set(members.values()).size === members.size

/** Throws a GroupError where somebody has two leaves. */
export function requireOneLeafEach(members: ReadonlyMap<number, Stay>): void {
  if (!isOneLeafEach(members)) throw new GroupError('one person twice')
}

/**
 * Throws a GroupError where somebody is called by a stay that is not of the key by which they sign.
 *
 * @param before - Where what is not new was looked at already.
 */
export function requireOwnStays(tree: RatchetTree, before: RatchetTree = []): void {
  const known = new Set(before)
  for (const node of tree)
    if (
      node?.nodeType === 'leaf' &&
      !known.has(node) &&
      nameOf(node.leaf) !== stayOf(node.leaf.signaturePublicKey)
    )
      throw new GroupError('somebody as another one')
}
