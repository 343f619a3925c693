import type { Commit, GroupInfo, Node, RatchetTree } from 'ts-mls'
import { encodeRatchetTree } from 'ts-mls/ratchetTree.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { MAX_GROUP_LEAVES } from '../../../../protocol/limits.ts'
import { GroupError } from '../../../../web/core/encryption/group/group-error.ts'
import { requireRoom } from '../../../../web/core/encryption/group/mls/bounds.ts'
import { Group } from '../../../../web/core/encryption/group/mls/group.ts'
import { newSigner } from '../../../../web/core/encryption/group/signer.ts'
import { HostileMember, type Said } from '../../../support/hostile/hostile-group.ts'

const ROOM = 'salon'
/** Some of what is tried would never end. */
const PATIENCE_MS = 5_000
const isHere = (): boolean => false
const zeroes = (length: number): Uint8Array => new Uint8Array(length)

let eve: HostileMember
let own: { readonly info: GroupInfo; readonly tree: RatchetTree }
/** Two people, of whom one is called by the leaf 0. */
let ada: Group
let bens: Uint8Array
let evesSaid: Said

beforeAll(async () => {
  eve = await HostileMember.begin()
  own = await eve.found(ROOM)
  const founded = await Group.create(ROOM, await newSigner())
  const ben = await Group.join(ROOM, await founded.describe(), await newSigner())
  ada = (await founded.after(ben.commit, isHere)).group
  bens = ben.groupInfo
  evesSaid = (await eve.come(bens)).said
})

const join = async (description: Uint8Array): Promise<unknown> =>
  Group.join(ROOM, description, await newSigner())

/** What is said of it, whoever signed it. */
const refusal = async (tried: Promise<unknown>): Promise<string> => {
  const thrown = await tried.then(
    () => 'it is taken',
    (cause: unknown) => cause,
  )
  expect(thrown).toBeInstanceOf(GroupError)
  return thrown instanceof GroupError ? thrown.message : ''
}

describe('K39 a description is bounded before it costs anything', () => {
  const leaf = (): Node => own.tree[0] ?? expect.unreachable('a leaf')
  const parentWith = (unmergedLeaves: number[]): Node => ({
    nodeType: 'parent',
    parent: { hpkePublicKey: zeroes(32), parentHash: zeroes(0), unmergedLeaves },
  })

  test('one of ours is taken, signed by anybody who has the link', async () => {
    await expect(join(await eve.describe(own.info, own.tree))).resolves.toMatchObject({})
  })

  test.each([
    ['beyond the tree', [1_000]],
    ['far beyond it', [2 ** 31]],
    ['thousands of times', Array.from({ length: 2_000 }, () => 1)],
  ])('leaves that somebody else brought in, %s', { timeout: PATIENCE_MS }, async (_where, unmerged) => {
    const tree = [leaf(), parentWith(unmerged), undefined]
    expect(await refusal(join(await eve.describe(own.info, tree)))).toBe('somebody was added')
  })

  test('a tree of many leaves, free ones included', { timeout: PATIENCE_MS }, async () => {
    const most = [leaf(), ...Array.from({ length: 2 * MAX_GROUP_LEAVES - 3 }, () => undefined), leaf()]
    expect(await refusal(join(await eve.describe(own.info, most)))).toBe('not followed')
    const tree = [...most, undefined, leaf()]
    expect(await refusal(join(await eve.describe(own.info, tree)))).toBe('too many leaves')
    const bytes = Uint8Array.of(0x80, 0, 0xff, 0xff, ...zeroes(0xffff))
    expect(await refusal(join(await eve.describeBytes(own.info, bytes, zeroes(32))))).toBe(
      'a tree that is unreadable',
    )
  })

  test('nobody comes into a tree that has no free leaf left', () => {
    const leaves = (count: number): RatchetTree => Array.from({ length: 2 * count - 1 }, () => undefined)
    expect(() => requireRoom(leaves(MAX_GROUP_LEAVES))).not.toThrow()
    expect(() => requireRoom(leaves(2 * MAX_GROUP_LEAVES))).toThrow(GroupError)
  })

  test('parents among leaves, leaves among parents', async () => {
    for (const tree of [
      [leaf(), leaf(), leaf()],
      [leaf(), undefined, parentWith([])],
    ])
      expect(
        await refusal(join(await eve.describeBytes(own.info, encodeRatchetTree(tree), zeroes(32)))),
      ).toBe('no tree')
  })

  test('members and a group that ask for more, keys of another length', async () => {
    const changed = (change: object): RatchetTree => {
      const first = leaf()
      return first.nodeType === 'leaf' ? [{ ...first, leaf: { ...first.leaf, ...change } }] : []
    }
    const extension = { extensionType: 0x0a0a, extensionData: zeroes(1) }
    const extensions = Array.from({ length: 500 }, () => 1)
    const rest = { versions: ['mls10'], ciphersuites: [], proposals: [], credentials: [] }
    const capabilities = { ...rest, extensions }
    const refusals = [
      changed({ extensions: [extension] }),
      changed({ capabilities }),
      changed({ hpkePublicKey: zeroes(40_000) }),
      changed({ signature: zeroes(0) }),
      changed({ credential: { credentialType: 'basic', identity: zeroes(30_000) } }),
    ].map(async (tree) => refusal(join(await eve.describe(own.info, tree))))
    const ofLength = 'a key, a signature or a hash of another length'
    expect(await Promise.all(refusals)).toEqual([
      'a member that asks for more',
      'a member that can do too much',
      ofLength,
      ofLength,
      ofLength,
    ])
    const context = { ...own.info.groupContext, extensions: [extension] }
    const asking = { ...own.info, groupContext: context }
    expect(await refusal(join(await eve.describe(asking, own.tree)))).toBe('a group that asks for more')
    const twice = { ...own.info, extensions: [...own.info.extensions, ...own.info.extensions] }
    expect(await refusal(join(await eve.describe(twice, own.tree)))).toBe('another description than ours')
  })
})

describe('K39 a commit is bounded before it costs anything', () => {
  const followed = async (commit: Commit): Promise<string> =>
    refusal(ada.after(await eve.fromOutside(bens, { ...evesSaid, commit }), isHere))
  const removals = (...removed: number[]): Commit['proposals'] =>
    removed.map((each) => ({
      proposalOrRefType: 'proposal',
      proposal: { proposalType: 'remove', remove: { removed: each } },
    }))
  const come = (): Commit['proposals'] => evesSaid.commit.proposals

  test.each([[2], [1_000], [2 ** 31 - 1], [2 ** 32 - 1]])(
    'a removal of leaf %i, where nobody is, by somebody who comes',
    { timeout: PATIENCE_MS },
    async (leaf) => {
      const proposals = [...removals(leaf), ...come()]
      expect(await followed({ ...evesSaid.commit, proposals })).toBe('nobody who could be removed')
    },
  )

  test('more proposals than there can be people, and proposals of another kind', {
    timeout: PATIENCE_MS,
  }, async () => {
    const many = Array.from({ length: MAX_GROUP_LEAVES + 1 }, () => 0)
    expect(await followed({ ...evesSaid.commit, proposals: removals(...many) })).toBe('too many proposals')
    const psk = {
      proposalType: 'psk',
      psk: { preSharedKeyId: { psktype: 'external', pskId: zeroes(4), pskNonce: zeroes(32) } },
    } as const
    const proposals: Commit['proposals'] = [{ proposalOrRefType: 'proposal', proposal: psk }]
    expect(await followed({ ...evesSaid.commit, proposals })).toBe('nothing that a room does with its group')
    const reference: Commit['proposals'] = [{ proposalOrRefType: 'reference', reference: zeroes(32) }]
    expect(await followed({ ...evesSaid.commit, proposals: reference })).toBe('a proposal that nobody made')
  })

  test('a path that goes on beyond the root, or is sealed to thousands', async () => {
    const path = evesSaid.commit.path ?? expect.unreachable('a path')
    const [first] = path.nodes
    if (first === undefined) expect.unreachable('nodes')
    const nodes = Array.from({ length: 600 }, () => first)
    expect(await followed({ ...evesSaid.commit, path: { ...path, nodes } })).toBe('a path beyond the root')
    const secrets = Array.from({ length: 600 }, () => ({ kemOutput: zeroes(32), ciphertext: zeroes(48) }))
    const sealed = [{ ...first, encryptedPathSecret: secrets }]
    expect(await followed({ ...evesSaid.commit, path: { ...path, nodes: sealed } })).toBe('too many secrets')
    const leafNode = { ...path.leafNode, extensions: [{ extensionType: 0x0a0a, extensionData: zeroes(1) }] }
    expect(await followed({ ...evesSaid.commit, path: { ...path, leafNode } })).toBe(
      'a member that asks for more',
    )
  })
})
