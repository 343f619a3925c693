import * as v from 'valibot'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SealedSecret, WordsProof } from '../../../protocol/page-edge/door.ts'
import { claimSecret } from '../../../web/core/signalling/claim-secret.ts'
import { answer, EdgeDouble, refuse } from './edge-double.ts'

const proof = v.parse(WordsProof, 'w'.repeat(43))
const sealed = v.parse(SealedSecret, 's'.repeat(59))
let edge: EdgeDouble

beforeEach(async () => {
  edge = await EdgeDouble.open()
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})

afterEach(async () => {
  await edge.close()
  vi.restoreAllMocks()
})

test('D13 the proof is said with the version that is spoken, and nothing else of who asks', async () => {
  const claimed = claimSecret({ url: edge.url, proof })
  const asked = await edge.next()
  expect(asked).toMatchObject({ request: 'claim-secret', params: { protocol: 26, proof } })
  expect(Object.keys(asked.params)).toEqual(['protocol', 'proof'])
  const closed = new Promise((resolve) => asked.socket.once('close', resolve))
  answer(asked, { sealed })
  expect(await claimed).toBe(sealed)
  await closed
})

test('D13 a refusal is told as what it is, an answer that is none as none, and silence ends', async () => {
  const refused = claimSecret({ url: edge.url, proof })
  refuse(await edge.next(), 'wrong-words')
  await expect(refused).rejects.toMatchObject({ code: 'wrong-words' })
  const nonsense = claimSecret({ url: edge.url, proof })
  answer(await edge.next(), { sealed: 'short' })
  await expect(nonsense).rejects.toMatchObject({ code: 'bad-message' })
  const cut = claimSecret({ url: edge.url, proof })
  ;(await edge.next()).socket.terminate()
  await expect(cut).rejects.toMatchObject({ code: 'internal' })
  await expect(claimSecret({ url: edge.url, proof, patienceMs: 20 })).rejects.toMatchObject({
    code: 'internal',
  })
})
