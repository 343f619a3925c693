import * as v from 'valibot'
import { fromBase64url, randomBase64url, toBase64url } from '../base64url.ts'

/** A node's key: Ed25519 (RFC 8032), by WebCrypto, which all three programs have. */

/** The public half: 32 bytes in base64url. */
export const NodePublicKey = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{43}$/, 'an Ed25519 public key'),
  v.brand('NodePublicKey'),
)
export type NodePublicKey = v.InferOutput<typeof NodePublicKey>

/** The private half, which never leaves the node: PKCS#8 (RFC 8410 §7), 48 bytes in base64url. */
export const NodePrivateKey = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{64}$/, 'an Ed25519 private key'),
  v.brand('NodePrivateKey'),
)
export type NodePrivateKey = v.InferOutput<typeof NodePrivateKey>

/** 64 bytes in base64url. */
export const NodeSignature = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{86}$/, 'an Ed25519 signature'),
  v.brand('NodeSignature'),
)
export type NodeSignature = v.InferOutput<typeof NodeSignature>

/** What a node has to sign to prove that it is there now: 256 random bits, asked for once. */
export const NodeNonce = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/, '32 bytes'), v.brand('NodeNonce'))
export type NodeNonce = v.InferOutput<typeof NodeNonce>

export const newNodeNonce = (): NodeNonce => v.parse(NodeNonce, randomBase64url(32))

export interface NodeKeyPair {
  readonly publicKey: NodePublicKey
  readonly privateKey: NodePrivateKey
}

const ED25519 = { name: 'Ed25519' } as const
const encoder = new TextEncoder()

export async function newNodeKeyPair(): Promise<NodeKeyPair> {
  const made = await crypto.subtle.generateKey(ED25519, true, ['sign', 'verify'])
  // Some programs' types allow for a single key, which no asymmetric algorithm makes.
  if (!('privateKey' in made)) throw new Error('Ed25519 made no key pair')
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', made.privateKey))
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', made.publicKey))
  return {
    publicKey: v.parse(NodePublicKey, toBase64url(raw)),
    privateKey: v.parse(NodePrivateKey, toBase64url(pkcs8)),
  }
}

/** Throws a DOMException where `privateKey` is none. */
export async function signText(privateKey: NodePrivateKey, text: string): Promise<NodeSignature> {
  const key = await importPrivate(privateKey)
  const signature = await crypto.subtle.sign(ED25519, key, encoder.encode(text))
  return v.parse(NodeSignature, toBase64url(new Uint8Array(signature)))
}

/** Whether the owner of that key has signed that text; false as well where the key is no point of the curve. */
export async function isSignedBy(
  publicKey: NodePublicKey,
  text: string,
  signature: NodeSignature,
): Promise<boolean> {
  const key = await importPublic(publicKey)
  return key !== null && crypto.subtle.verify(ED25519, key, bytesOf(signature), encoder.encode(text))
}

const importPrivate = (privateKey: NodePrivateKey): Promise<CryptoKey> =>
  crypto.subtle.importKey('pkcs8', bytesOf(privateKey), ED25519, false, ['sign'])

async function importPublic(publicKey: NodePublicKey): Promise<CryptoKey | null> {
  try {
    return await crypto.subtle.importKey('raw', bytesOf(publicKey), ED25519, false, ['verify'])
  } catch (error) {
    if (error instanceof DOMException) return null
    throw error
  }
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(fromBase64url(text))
