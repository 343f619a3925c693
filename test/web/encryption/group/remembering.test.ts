import { describe, expect, test } from 'vitest'
import { bytesOf } from '../../../../web/core/encryption/envelope.ts'
import { Group } from '../../../../web/core/encryption/group/mls/group.ts'
import { remembering } from '../../../../web/core/encryption/group/mls/suite/memory.ts'
import { SUITE } from '../../../../web/core/encryption/group/mls/suite/suite.ts'
import { newSigner } from '../../../../web/core/encryption/group/signer.ts'

/** Our suite, and how often it was asked for what. */
function counted() {
  const asked = { hashes: 0, signatures: 0 }
  const suite = {
    ...SUITE,
    hash: {
      ...SUITE.hash,
      digest: (data: Uint8Array) => {
        asked.hashes += 1
        return SUITE.hash.digest(data)
      },
    },
    signature: {
      ...SUITE.signature,
      verify: (key: Uint8Array, message: Uint8Array, signed: Uint8Array) => {
        asked.signatures += 1
        return SUITE.signature.verify(key, message, signed)
      },
    },
  }
  return { asked, suite, remembers: remembering(suite) }
}

describe('a suite that remembers', () => {
  test('comes to what the other comes to, once for the same bytes', async () => {
    const { asked, remembers } = counted()
    const [one, other] = [bytesOf('one'), bytesOf('other')]
    for (const data of [one, other, one, Uint8Array.from(one)])
      expect(await remembers.hash.digest(data)).toEqual(await SUITE.hash.digest(data))
    expect(asked.hashes).toBe(2)
    // Nobody changes what is remembered.
    ;(await remembers.hash.digest(one)).fill(0)
    expect(await remembers.hash.digest(one)).toEqual(await SUITE.hash.digest(one))
  })

  test('takes a signature for no other: of another key, of other bytes, or of the same parted otherwise', async () => {
    const { asked, remembers } = counted()
    const [ada, ben] = [await newSigner(), await newSigner()]
    const message = bytesOf('a leaf')
    const signature = await SUITE.signature.sign(ada.keys.signKey, message)
    const { publicKey } = ada.keys
    const all = [
      [publicKey, message, signature],
      [ben.keys.publicKey, message, signature],
      [publicKey, bytesOf('a leag'), signature],
      [publicKey, Uint8Array.of(...signature.slice(-1), ...message), signature.slice(0, -1)],
      [publicKey, message, signature.with(0, (signature[0] ?? 0) ^ 1)],
    ] as const
    const verdicts = async () => {
      const found: boolean[] = []
      for (const [key, said, signed] of all) found.push(await remembers.signature.verify(key, said, signed))
      return found
    }
    expect(await verdicts()).toEqual([true, false, false, false, false])
    expect(await verdicts()).toEqual([true, false, false, false, false])
    expect(asked.signatures).toBe(all.length)
  })

  test('forgets the oldest, and never begins to remember what is long', async () => {
    const { asked, remembers } = counted()
    for (let number = 0; number < 3_000; number++) await remembers.hash.digest(bytesOf(`${number}`))
    await remembers.hash.digest(bytesOf('2999'))
    expect(asked.hashes).toBe(3_000)
    await remembers.hash.digest(bytesOf('0'))
    expect(asked.hashes).toBe(3_001)
    for (const _ of [1, 2]) await remembers.hash.digest(new Uint8Array(2_000))
    expect(asked.hashes).toBe(3_003)
  })

  test('looks at what changed in a group alone, where one comes in again or follows', async () => {
    let ada = await Group.create('salon', await newSigner())
    let info = await ada.describe()
    const come = async (): Promise<void> => {
      const next = await Group.join('salon', info, await newSigner())
      ada = (await ada.after(next.commit, () => true)).group
      info = next.groupInfo
    }
    for (let count = 0; count < 9; count++) await come()
    const { asked, remembers } = counted()
    const signer = await newSigner()
    await Group.join('salon', info, signer, remembers)
    const { hashes, signatures } = asked
    // Ten leaves, and the description.
    expect(signatures).toBe(11)
    await come()
    await Group.join('salon', info, signer, remembers)
    // One more leaf and the description, beside the first.
    expect(asked.signatures - signatures).toBe(2)
    expect(asked.hashes - hashes).toBeLessThan(hashes / 2)
  })
})
