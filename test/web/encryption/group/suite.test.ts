import { describe, expect, test } from 'vitest'
import { makeHpke } from '../../../../web/core/encryption/group/mls/suite/hpke.ts'
import { SUITE } from '../../../../web/core/encryption/group/mls/suite/suite.ts'
import { expand, extract } from '../../../../web/core/encryption/hkdf.ts'

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'))
const hex = (data: Uint8Array): string => Buffer.from(data).toString('hex')

/** RFC 9180 §A.1.1: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode. */
const VECTOR = {
  info: bytes('4f6465206f6e2061204772656369616e2055726e'),
  ikmE: bytes('7268600d403fce431561aef583ee1613527cff655c1343f29812e66706df3234'),
  ikmR: bytes('6db9df30aa07dd42ee5e8181afdb977e538f5e1fec8a06223f33f7013e525037'),
  skRm: '4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8',
  pkRm: '3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d',
  enc: '37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431',
  plain: bytes('4265617574792069732074727574682c20747275746820626561757479'),
  aad: bytes('436f756e742d30'),
  sealed: 'f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a',
  exported: [
    ['', '3853fe2b4035195a573ffc53856e77058e15d9ea064de3e59f4961d0095250ee'],
    ['00', '2e8f0b54673c7029649d4eb9d5e33bf1872cf76d623ff164ac185da9e88c21a5'],
    ['54657374436f6e74657874', 'e9e43065102c3836401bed8c3c3c75ae46be1639869391d62c61f1ec7af54931'],
  ],
} as const

const hpke = makeHpke(() => SUITE.hpke.deriveKeyPair(VECTOR.ikmE))
const receiver = () => hpke.deriveKeyPair(VECTOR.ikmR)

describe('the suite of the groups, by WebCrypto', () => {
  test('derives the key pair that RFC 9180 publishes', async () => {
    const { privateKey, publicKey } = await receiver()
    expect(hex(await hpke.exportPrivateKey(privateKey))).toBe(VECTOR.skRm)
    expect(hex(await hpke.exportPublicKey(publicKey))).toBe(VECTOR.pkRm)
  })

  test('seals and opens what it publishes', async () => {
    const { privateKey, publicKey } = await receiver()
    const { enc, ct } = await hpke.seal(publicKey, VECTOR.plain, VECTOR.info, VECTOR.aad)
    expect([hex(enc), hex(ct)]).toEqual([VECTOR.enc, VECTOR.sealed])
    const opened = await SUITE.hpke.open(privateKey, enc, ct, VECTOR.info, VECTOR.aad)
    expect(opened).toEqual(VECTOR.plain)
    await expect(SUITE.hpke.open(privateKey, enc, ct, VECTOR.info)).rejects.toThrow()
  })

  test.each(VECTOR.exported)('exports what it publishes, for the context "%s"', async (context, value) => {
    const { privateKey, publicKey } = await receiver()
    const { enc, secret } = await hpke.exportSecret(publicKey, bytes(context), 32, VECTOR.info)
    expect(hex(secret)).toBe(value)
    const imported = await SUITE.hpke.importSecret(privateKey, bytes(context), enc, 32, VECTOR.info)
    expect(hex(imported)).toBe(value)
  })

  test('takes no public key of a small order: the secret would be known to all (RFC 7748 §6.1)', async () => {
    const { publicKey, privateKey } = await receiver()
    const nothing = new Uint8Array(32)
    await expect(SUITE.hpke.open(privateKey, nothing, new Uint8Array(16), VECTOR.info)).rejects.toThrow()
    const zero = await SUITE.hpke.importPublicKey(nothing)
    await expect(SUITE.hpke.seal(zero, VECTOR.plain, VECTOR.info)).rejects.toThrow()
    expect(publicKey.type).toBe('public')
  })

  test('derives and extracts as RFC 5869 §A.1 and §A.3 do', async () => {
    const ikm = bytes('0b'.repeat(22))
    const prk = await extract(bytes('000102030405060708090a0b0c'), ikm)
    expect(hex(prk)).toBe('077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5')
    const okm = await expand(prk, bytes('f0f1f2f3f4f5f6f7f8f9'), 42)
    expect(hex(okm)).toBe(
      '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
    )
    const unsalted = await expand(await extract(new Uint8Array(), ikm), new Uint8Array(), 42)
    expect(hex(unsalted)).toBe(
      '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8',
    )
  })
})
