import path from 'node:path'
import type { Proposal } from 'ts-mls'
import { beforeAll, describe, expect, test } from 'vitest'
import { shortErrors } from '../../../../scripts/page-build/short-errors.ts'
import { PURE_OF_TS_MLS, slimTsMls } from '../../../../scripts/page-build/slim-ts-mls.ts'
import { Group } from '../../../../web/core/encryption/group/mls/group.ts'
import { newSigner, type Signer } from '../../../../web/core/encryption/group/signer.ts'
import { builtModule } from '../../../support/built-module.ts'
import { HostileMember } from '../../../support/hostile/hostile-group.ts'

const ROOM = 'salon'
const ENTRY = path.join(import.meta.dirname, '../../../../web/core/encryption/group/mls/group.ts')

/** Groups as pages have them, without what is left out of ts-mls. */
let Slim: typeof Group
let code: string

beforeAll(async () => {
  const built = await builtModule(ENTRY, { plugins: [shortErrors(), slimTsMls()], pure: PURE_OF_TS_MLS })
  code = built.code
  Slim = (await import(built.address)).Group
})

const isHere = (): boolean => true

/** What all of them have alike, and nobody else has. */
const keysOf = async (groups: readonly Group[]): Promise<number> => {
  const keys = groups.map(
    async (group) => `${await group.exportKey('essaim media', 32)} ${group.authenticator}`,
  )
  return new Set(await Promise.all(keys)).size
}

const someone = async (): Promise<Signer> => newSigner()

describe('the group without what is left out of ts-mls', () => {
  test.each(['slim', 'whole'])('is one with those who have all of it, founded by %s', async (founder) => {
    const [One, Other] = founder === 'slim' ? [Slim, Group] : [Group, Slim]
    const founded = await One.create(ROOM, await someone())
    const [ben, cy] = [await someone(), await someone()]
    const bens = await Other.join(ROOM, await founded.describe(), ben)
    const adas = (await founded.after(bens.commit, isHere)).group
    const cys = await One.join(ROOM, bens.groupInfo, cy)
    const [ada, benNow] = [await adas.after(cys.commit, isHere), await bens.group.after(cys.commit, isHere)]
    expect(await keysOf([ada.group, benNow.group, cys.group])).toBe(1)
    const removal = await benNow.group.without(new Set([cy.stay]), true)
    const left = await ada.group.after(removal.commit, () => false)
    expect(left.rotates).toBe(true)
    expect(await keysOf([left.group, removal.group])).toBe(1)
    expect(left.group.members).toEqual(removal.group.members)
    // Whoever lost touch comes again, in their own place.
    const again = await Other.join(ROOM, await left.group.describe(), ben)
    expect(await keysOf([again.group, (await left.group.after(again.commit, isHere)).group])).toBe(1)
  })

  const PSK = { psktype: 'external', pskId: new Uint8Array(2), pskNonce: new Uint8Array(32) } as const
  const OTHERS: readonly Proposal[] = [
    { proposalType: 'psk', psk: { preSharedKeyId: PSK } },
    { proposalType: 'group_context_extensions', groupContextExtensions: { extensions: [] } },
    {
      proposalType: 'reinit',
      reinit: {
        groupId: new Uint8Array(1),
        version: 'mls10',
        cipherSuite: 'MLS_128_DHKEMX25519_AES128GCM_SHA256_Ed25519',
        extensions: [],
      },
    },
    { proposalType: 77, proposalData: new Uint8Array(3) },
  ]
  test.each(OTHERS)('cannot read a commit that would do $proposalType', async (proposal) => {
    const founded = await Slim.create(ROOM, await someone())
    const eve = await HostileMember.begin()
    const { said, state } = await eve.come(await founded.describe())
    const group = (await founded.after(await eve.fromOutside(await founded.describe(), said), isHere)).group
    const { commit, confirmationTag } = await eve.remove(state, 0)
    const asSaid = await eve.asMember(state, { commit, confirmationTag })
    await expect(group.after(asSaid, isHere)).rejects.toThrow('nothing that a room does')
    const proposals = [{ proposalOrRefType: 'proposal', proposal } as const]
    const other = await eve.asMember(state, { commit: { ...commit, proposals }, confirmationTag })
    await expect(group.after(other, isHere)).rejects.toThrow('unreadable')
  })

  test('takes no private message, welcome or key package for a commit', async () => {
    const group = await Slim.create(ROOM, await someone())
    for (const kind of [2, 3, 5]) {
      const tried = group.after(Uint8Array.of(0, 1, 0, kind, 0, 0, 0, 0), isHere)
      await expect(tried).rejects.toThrow('no commit')
    }
  })

  test('carries nothing of private messages, nor of joining by a welcome', () => {
    expect(code).toContain('UpdatePathNode')
    expect(/encode\("left"\)|reuseGuard|decryptGroupSecrets/.exec(code)?.[0]).toBeUndefined()
  })
})
