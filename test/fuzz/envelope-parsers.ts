import * as v from 'valibot'
import { readBase64url, toBase64url } from '../../protocol/base64url.ts'
import { normaliseRoomName } from '../../protocol/names/room-name.ts'
import { SEALED_HEADER_BYTES, SEALED_NONCE_BYTES, Sealed } from '../../protocol/page-edge/sealed.ts'
import { isSame } from '../../web/core/encryption/bytes.ts'
import {
  bytesOf,
  type Letter,
  open,
  type Purpose,
  seal,
  sealKeyOf,
} from '../../web/core/encryption/envelope.ts'
import { SUITE } from '../../web/core/encryption/group/mls/suite/suite.ts'
import { LeafKeys } from '../../web/core/encryption/leaf-keys.ts'
import { PrivateWords } from '../../web/core/encryption/private-words.ts'
import { roomKeysOf } from '../../web/core/encryption/room-keys.ts'
import { newRoomSecret } from '../../web/core/encryption/room-secret.ts'
import { newStay } from '../../web/core/encryption/stay.ts'
import { peerId, SealingPage } from '../web/encryption/sealed-room.ts'
import { ofBytes, ofText, type Parser, QUIET } from './parser.ts'

const raw = new Uint8Array(32).fill(5)
const key = sealKeyOf(7, raw)
const imported = await key.key
const purpose: Purpose = ['message', 'salle-12', 'chat', null]

const letters: readonly Letter[] = ['', 'Bonjour 👋', 'x'.repeat(300)].map((text, number) => ({
  number,
  bytes: bytesOf(text),
}))
const envelopes = await Promise.all(letters.map((letter) => seal(key, purpose, letter)))
const contentOf = (sealed: string): string | undefined =>
  readBase64url(sealed.slice(sealed.indexOf('.') + 1))?.join()
const authentic = new Set(envelopes.map(contentOf))

/** Whatever comes as an envelope is what somebody sealed, or does not open. */
async function envelopeIn(text: string): Promise<unknown> {
  const read = v.safeParse(Sealed, text)
  if (!read.success) return null
  const letter = await open(key, purpose, read.output)
  if (letter !== null && !authentic.has(contentOf(text))) throw new Error('an envelope that nobody sealed')
  return letter
}

/** What is in an envelope, as somebody wrote it who has the key and does as they like: it is a letter, or none. */
async function contentIn(bytes: Uint8Array<ArrayBuffer>): Promise<unknown> {
  const iv = crypto.getRandomValues(new Uint8Array(SEALED_NONCE_BYTES))
  const additionalData = bytesOf(JSON.stringify(purpose)).slice()
  const encrypted = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, imported, bytes)
  const written = `7.${toBase64url(new Uint8Array([...iv, ...new Uint8Array(encrypted)]))}`
  const read = v.safeParse(Sealed, written)
  if (!read.success) return null
  const letter = await open(key, purpose, read.output)
  if (letter !== null && letter.bytes.length > bytes.length - SEALED_HEADER_BYTES)
    throw new Error('more than was sealed')
  return letter
}

const contents = [0, 1, 56, 57, 0xffff_ffff].map((length) => {
  const content = new Uint8Array(128)
  new DataView(content.buffer).setUint32(4, length)
  return content
})

const secret = newRoomSecret()
const room = normaliseRoomName('thursday')
const { seal: ofLink } = await roomKeysOf(secret, room)
const { sealing } = await SealingPage.enter('ada', secret, { room })
const introduction = JSON.stringify({ name: 'Ada', stay: sealing.stay })

/** Who somebody says that they are who has the link: somebody with a name and a stay, or nobody. */
async function introductionIn(text: string): Promise<unknown> {
  const sealed = await seal(ofLink, ['introduction', room], { number: 0, bytes: bytesOf(text) })
  const told = await sealing.openName({ sealed })
  if (told !== null && Object.keys(told).toSorted().join() !== 'former,name,stay')
    throw new Error('more than that')
  if (text === introduction && told === null) throw new Error('an introduction that does not open')
  return told
}

const leafKeys = new LeafKeys()
const { privateKey, publicKey } = await SUITE.hpke.generateKeyPair()
leafKeys.take(
  await SUITE.hpke.exportPrivateKey(privateKey),
  new Map([[sealing.stay, await SUITE.hpke.exportPublicKey(publicKey)]]),
)
const toOne = { kind: 'file', addressee: { to: 'peer', peer: peerId('ada') } } as const
const from = newStay()
const writes = new PrivateWords(room, from, leafKeys)
const words = { payload: 'for one alone', number: 1 }
const { bytes: toAda } = (await writes.seal(toOne, sealing.stay, words)) ?? { bytes: new Uint8Array() }
const ofAda = new PrivateWords(room, sealing.stay, leafKeys)

/** What is in a letter to one person, as somebody wrote it who has all content keys: what was sealed to them, or nothing. */
async function toOneIn(bytes: Uint8Array<ArrayBuffer>): Promise<unknown> {
  const said = await ofAda.open(toOne, from, { number: 1, bytes }, () => Promise.resolve())
  const isWhole = isSame(bytes, toAda)
  if ((said === words.payload) !== isWhole) throw new Error('words that nobody sealed, or not all of them')
  return said
}

/** What pages of an encrypted room read of each other, and of an edge in between. */
export const ENVELOPE_PARSERS: readonly Parser[] = [
  ofText('envelopes', envelopes, envelopeIn, QUIET),
  ofBytes('what is in envelopes', contents, contentIn, { ...QUIET, most: 4_096 }),
  ofBytes('what is sealed to one person', [toAda], toOneIn, { ...QUIET, most: 4_096, share: 0.1 }),
  ofText('sealed introductions', [introduction], introductionIn, { ...QUIET, most: 2_048 }),
]
