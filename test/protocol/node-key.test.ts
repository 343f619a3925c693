import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { readInvitation, writeInvitation } from '../../protocol/http/invitation.ts'
import { InvitationCode } from '../../protocol/http/lending.ts'
import { NodeId, newNodeSessionId } from '../../protocol/ids.ts'
import {
  isSignedBy,
  NodePrivateKey,
  NodePublicKey,
  NodeSignature,
  newNodeKeyPair,
  newNodeNonce,
  signText,
} from '../../protocol/node-edge/keys.ts'
import { enrolmentText, registrationText } from '../../protocol/node-edge/proofs.ts'

const node = v.parse(NodeId, 'lyon')
const code = v.parse(InvitationCode, 'c'.repeat(43))

test('N8 keys and signatures are those of RFC 8032: its first test vector', async () => {
  const seed = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex')
  const prefix = Buffer.from('302e020100300506032b657004220420', 'hex')
  const privateKey = v.parse(NodePrivateKey, Buffer.concat([prefix, seed]).toString('base64url'))
  const publicKey = v.parse(
    NodePublicKey,
    Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex').toString(
      'base64url',
    ),
  )
  const expected = Buffer.from(
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    'hex',
  ).toString('base64url')
  expect(await signText(privateKey, '')).toBe(expected)
  expect(await isSignedBy(publicKey, '', v.parse(NodeSignature, expected))).toBe(true)
  expect(await isSignedBy(publicKey, 'x', v.parse(NodeSignature, expected))).toBe(false)
})

test('N8 another implementation makes and takes the same', async () => {
  const { publicKey, privateKey } = await newNodeKeyPair()
  const theirs = createPrivateKey({ key: Buffer.from(privateKey, 'base64url'), format: 'der', type: 'pkcs8' })
  expect(createPublicKey(theirs).export({ format: 'jwk' })['x']).toBe(publicKey)
  const text = registrationText('meet.example.org', node, newNodeSessionId(), newNodeNonce())
  const ours = Buffer.from(await signText(privateKey, text), 'base64url')
  expect(verify(null, Buffer.from(text), createPublicKey(theirs), ours)).toBe(true)
  const signature = v.parse(NodeSignature, sign(null, Buffer.from(text), theirs).toString('base64url'))
  expect(await isSignedBy(publicKey, text, signature)).toBe(true)
})

test('N8 every part of what is signed counts, and a signature for one purpose is none for another', async () => {
  const { publicKey, privateKey } = await newNodeKeyPair()
  const [session, nonce] = [newNodeSessionId(), newNodeNonce()]
  const signature = await signText(privateKey, registrationText('a.org', node, session, nonce))
  const others = [
    registrationText('b.org', node, session, nonce),
    registrationText('a.org', v.parse(NodeId, 'paris'), session, nonce),
    registrationText('a.org', node, newNodeSessionId(), nonce),
    registrationText('a.org', node, session, newNodeNonce()),
    enrolmentText('a.org', code, publicKey),
  ]
  const outcomes = await Promise.all(others.map((text) => isSignedBy(publicKey, text, signature)))
  expect(outcomes).toEqual(others.map(() => false))
})

test('N8 what is no point of the curve has signed nothing', async () => {
  const { privateKey } = await newNodeKeyPair()
  const publicKey = v.parse(NodePublicKey, `${'_'.repeat(42)}8`)
  expect(await isSignedBy(publicKey, 'x', await signText(privateKey, 'x'))).toBe(false)
})

test('N9 an invitation is one word, and whole or nothing', () => {
  const invitation = { edge: 'https://réunion.example.org/meet', code }
  const word = writeInvitation(invitation)
  expect(word).toMatch(/^[A-Za-z0-9_-]+$/)
  expect(readInvitation(` ${word}\n`)).toEqual(invitation)
  const broken = [
    word.slice(1),
    word.slice(0, -4),
    'é',
    '',
    writeInvitation({ ...invitation, edge: 'ftp://x' }),
  ]
  for (const each of broken) {
    expect(() => readInvitation(each)).toThrow(expect.objectContaining({ code: 'bad-message' }))
  }
})
