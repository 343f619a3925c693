import { describe, expect, test } from 'vitest'
import { fromBase64url } from '../../../../protocol/base64url.ts'
import { GroupError } from '../../../../web/core/encryption/group/group-error.ts'
import { Group } from '../../../../web/core/encryption/group/mls/group.ts'
import { SUITE } from '../../../../web/core/encryption/group/mls/suite/suite.ts'
import { newSigner } from '../../../../web/core/encryption/group/signer.ts'
import { newStay, type Stay } from '../../../../web/core/encryption/stay.ts'
import { HostileMember } from '../../../support/hostile/hostile-group.ts'

const ROOM = 'salon'
const [adaSigns, benSigns, cySigns] = [await newSigner(), await newSigner(), await newSigner()]
const [ADA, BEN, CY] = [adaSigns.stay, benSigns.stay, cySigns.stay]
const everybodyIsHere = (_stay: Stay): boolean => true
const allBut = (gone: Stay) => (stay: Stay) => stay !== gone

/** The group after those commits, one after the other. */
async function following(
  group: Group,
  commits: readonly Uint8Array[],
  isHere = everybodyIsHere,
): Promise<Group> {
  let now = group
  for (const commit of commits) now = (await now.after(commit, isHere)).group
  return now
}

const keyOf = async (group: Group): Promise<string> => (await group.exportKey('essaim media', 32)).join()

/** Ada, Ben and Cy, each with the group as they have it. */
async function three(): Promise<{ ada: Group; ben: Group; cy: Group; description: Uint8Array }> {
  const founded = await Group.create(ROOM, adaSigns)
  const bens = await Group.join(ROOM, await founded.describe(), benSigns)
  const cys = await Group.join(ROOM, bens.groupInfo, cySigns)
  return {
    ada: await following(founded, [bens.commit, cys.commit]),
    ben: await following(bens.group, [cys.commit]),
    cy: cys.group,
    description: cys.groupInfo,
  }
}

describe('K32 the people of a room are a group', () => {
  test('who comes by themselves has the same key as all others, and another than there was before', async () => {
    const founded = await Group.create(ROOM, adaSigns)
    const before = await keyOf(founded)
    const { ada, ben, cy } = await three()
    expect(new Set([await keyOf(ada), await keyOf(ben), await keyOf(cy)]).size).toBe(1)
    expect(await keyOf(ada)).not.toBe(before)
    expect([...cy.members.values()]).toEqual([ADA, BEN, CY])
    expect(ada.authenticator).toEqual(cy.authenticator)
    expect([ada.ownLeaf, ben.ownLeaf, cy.ownLeaf]).toEqual([0, 1, 2])
    expect(cy.epoch).toBe(2n)
  })

  test('who was removed does not have the keys of afterwards; the others do', async () => {
    const { ada, ben, cy } = await three()
    const removal = await ada.without(new Set([CY]), true)
    const bens = await following(ben, [removal.commit], allBut(CY))
    expect(await keyOf(bens)).toBe(await keyOf(removal.group))
    expect([...bens.members.values()]).toEqual([ADA, BEN])
    const cys = await cy.after(removal.commit, allBut(CY)).catch((error) => error)
    expect(cys).toBeInstanceOf(GroupError)
  })

  test('K41 each has the private key of their own leaf alone, and another one after their own commit', async () => {
    const { ada, ben, cy } = await three()
    const { hpke } = SUITE
    const opens = async (leaf: Uint8Array | undefined, { ownLeafKey }: Group): Promise<boolean> => {
      if (!leaf) return expect.unreachable('a leaf without a key')
      const info = new TextEncoder().encode('info')
      const { ct, enc } = await hpke.seal(await hpke.importPublicKey(leaf), info, info)
      const opened = hpke.open(await hpke.importPrivateKey(ownLeafKey), enc, ct, info)
      return opened.then(
        () => true,
        () => false,
      )
    }
    for (const seen of [ada, ben, cy]) {
      expect([...seen.leafKeys.keys()]).toEqual([ADA, BEN, CY])
      const leaf = seen.leafKeys.get(ADA)
      expect([await opens(leaf, ada), await opens(leaf, ben), await opens(leaf, cy)]).toEqual([
        true,
        false,
        false,
      ])
    }
    const removal = await ada.without(new Set([CY]), false)
    const bens = await following(ben, [removal.commit], allBut(CY))
    expect([
      await opens(bens.leafKeys.get(ADA), removal.group),
      await opens(bens.leafKeys.get(ADA), ada),
      await opens(bens.leafKeys.get(BEN), ben),
    ]).toEqual([true, false, true])
    expect(bens.leafKeys.has(CY)).toBe(false)
  })

  test('a leaf that became free is taken by whoever comes next', async () => {
    const { ada, cy } = await three()
    const removal = await ada.without(new Set([BEN]), false)
    const dan = await newSigner()
    const dans = await Group.join(ROOM, removal.groupInfo, dan)
    const cys = await following(cy, [removal.commit, dans.commit], allBut(BEN))
    expect(await keyOf(cys)).toBe(await keyOf(dans.group))
    expect([...cys.members]).toEqual([
      [0, ADA],
      [1, dan.stay],
      [2, CY],
    ])
  })

  test('who lost touch comes again, in the place of their own former leaf', async () => {
    const { ada, description } = await three()
    const bens = await Group.join(ROOM, description, benSigns)
    const after = await following(ada, [bens.commit])
    expect([...after.members]).toEqual([
      [0, ADA],
      [1, BEN],
      [2, CY],
    ])
    expect(await keyOf(after)).toBe(await keyOf(bens.group))
    expect(bens.group.ownLeaf).toBe(1)
  })

  test('of two who go on from the same epoch one is followed, and the other comes after them', async () => {
    const founded = await Group.create(ROOM, adaSigns)
    const description = await founded.describe()
    const [bens, cys] = [
      await Group.join(ROOM, description, benSigns),
      await Group.join(ROOM, description, cySigns),
    ]
    const ada = await following(founded, [bens.commit])
    await expect(ada.after(cys.commit, everybodyIsHere)).rejects.toThrow(GroupError)
    const again = await Group.join(ROOM, bens.groupInfo, cySigns)
    expect(await keyOf(await following(ada, [again.commit]))).toBe(await keyOf(again.group))
  })
})

describe('K33 nothing else is followed', () => {
  test('a removal of somebody who is here', async () => {
    const { ada, ben } = await three()
    const removal = await ada.without(new Set([CY]), true)
    await expect(ben.after(removal.commit, everybodyIsHere)).rejects.toThrow('somebody who is here')
    expect(await keyOf(ben)).toBe(await keyOf(ada))
  })

  test('a commit twice, of an earlier epoch, of another group, changed, cut or with something behind it', async () => {
    const { ada, ben, cy, description } = await three()
    const dans = await Group.join(ROOM, description, await newSigner())
    const after = await following(ada, [dans.commit])
    await expect(after.after(dans.commit, everybodyIsHere)).rejects.toThrow(GroupError)
    const others = await Group.join(
      'other',
      await (await Group.create('other', adaSigns)).describe(),
      benSigns,
    )
    await expect(ben.after(others.commit, everybodyIsHere)).rejects.toThrow(GroupError)
    for (const position of [0, 10, 40, dans.commit.length >> 1, dans.commit.length - 1]) {
      const changed = dans.commit.slice()
      changed[position] = (changed[position] ?? 0) ^ 1
      await expect(cy.after(changed, everybodyIsHere)).rejects.toThrow(GroupError)
      await expect(cy.after(dans.commit.slice(0, position), everybodyIsHere)).rejects.toThrow(GroupError)
    }
    await expect(cy.after(Uint8Array.of(...dans.commit, 0), everybodyIsHere)).rejects.toThrow(GroupError)
    await expect(cy.after(description, everybodyIsHere)).rejects.toThrow('no commit')
  })

  test('somebody who comes under the stay of another one, whom they know, or of nobody', async () => {
    const { ada, description } = await three()
    for (const [stay, again] of [
      [BEN, true],
      [newStay(), false],
    ] as const) {
      const eve = await HostileMember.begin(fromBase64url(stay))
      const { said } = await eve.come(description, again)
      const commit = await eve.fromOutside(description, said)
      await expect(ada.after(commit, everybodyIsHere)).rejects.toThrow('somebody as another one')
    }
    // Under their own they come in, as far as the group is concerned.
    const eve = await HostileMember.begin()
    const { said } = await eve.come(description)
    const { group } = await ada.after(await eve.fromOutside(description, said), everybodyIsHere)
    expect(group.members.size).toBe(4)
  })

  test('a group in which somebody stands under the stay of another one', async () => {
    const eve = await HostileMember.begin(fromBase64url(BEN))
    const { info, tree } = await eve.found(ROOM)
    const description = await eve.describe(info, tree)
    await expect(Group.join(ROOM, description, cySigns)).rejects.toThrow('somebody as another one')
  })

  test('a description of another room, or one that was changed', async () => {
    const { description } = await three()
    await expect(Group.join('other', description, await newSigner())).rejects.toThrow(
      'the description of another group',
    )
    for (const position of [8, 60, description.length >> 1, description.length - 1]) {
      const changed = description.slice()
      changed[position] = (changed[position] ?? 0) ^ 1
      await expect(Group.join(ROOM, changed, await newSigner())).rejects.toThrow(GroupError)
    }
  })
})
