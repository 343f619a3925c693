import { getCiphersuiteFromName, getCiphersuiteImpl } from 'ts-mls'
import { expect, test } from 'vitest'
import { Group } from '../../../../web/core/encryption/group/mls/group.ts'
import { SUITE } from '../../../../web/core/encryption/group/mls/suite/suite.ts'
import { newSigner } from '../../../../web/core/encryption/group/signer.ts'
import type { Stay } from '../../../../web/core/encryption/stay.ts'

const ROOM = 'salon'
const THEIRS = await getCiphersuiteImpl(getCiphersuiteFromName(SUITE.name))

const keysOf = async (groups: readonly Group[]): Promise<ReadonlySet<string>> =>
  new Set(
    await Promise.all(
      groups.map(async (group) => `${await group.exportKey('essaim media', 32)} ${group.authenticator}`),
    ),
  )

/** Everybody after that commit. */
const after = (groups: readonly Group[], commit: Uint8Array, isHere: (stay: Stay) => boolean) =>
  Promise.all(groups.map(async (group) => (await group.after(commit, isHere)).group))

test.each([
  ['ours', SUITE, THEIRS],
  ['that of ts-mls', THEIRS, SUITE],
])(
  'K32 members of our suite and of that of ts-mls are one group, founded by %s',
  async (_whose, one, other) => {
    const signers = [one, other, one, other].map((suite) => newSigner(suite))
    const [ada, ben, cy, dan] = await Promise.all(signers)
    if (!ada || !ben || !cy || !dan) throw new Error('nobody')
    const founded = await Group.create(ROOM, ada, one)
    let groups = [founded]
    let description = await founded.describe()
    for (const [signer, suite] of [
      [ben, other],
      [cy, one],
      [dan, other],
    ] as const) {
      const next = await Group.join(ROOM, description, signer, suite)
      groups = [...(await after(groups, next.commit, () => true)), next.group]
      description = next.groupInfo
      expect((await keysOf(groups)).size).toBe(1)
    }
    for (const [remover, gone] of [
      [1, cy.stay],
      [0, dan.stay],
    ] as const) {
      const others = groups.filter(
        (group, index) => index !== remover && group.members.get(group.ownLeaf) !== gone,
      )
      const removal = await groups[remover]?.without(new Set([gone]), true)
      if (removal === undefined) throw new Error('nobody removes')
      const left = await after(others, removal.commit, (stay) => stay !== gone)
      groups =
        remover === 0
          ? [removal.group, ...left]
          : [...left.slice(0, remover), removal.group, ...left.slice(remover)]
      expect((await keysOf(groups)).size).toBe(1)
    }
    expect([...(groups[0]?.members.values() ?? [])]).toEqual([ada.stay, ben.stay])
  },
)
