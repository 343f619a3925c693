import { hkdfSync, pbkdf2Sync } from 'node:crypto'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { toBase64url } from '../../../protocol/base64url.ts'
import { SPOKEN_WORDS } from '../../../protocol/limits.ts'
import { normaliseRoomName } from '../../../protocol/names/room-name.ts'
import { SealedSecret } from '../../../protocol/page-edge/door.ts'
import { newRoomSecret } from '../../../web/core/encryption/room-secret.ts'
import {
  drawWords,
  keysOfWords,
  secretFromWords,
  secretInWords,
} from '../../../web/core/encryption/spoken-words.ts'
import { phraseOf } from '../../../web/i18n/word-lists/typed-words.ts'
import { loadWordList } from '../../../web/i18n/word-lists/word-lists.ts'

const room = normaliseRoomName('Élysée')
const french = ['académie', 'abeille', 'adéquat', 'agréable', 'zèbre', 'zoologie']
const secret = newRoomSecret()
const keys = await keysOfWords(phraseOf(french), room)

test('D12 a key and a proof come of the words as PROTOCOL.md says, however they are typed', () => {
  const phrase = 'academie abeille adequat agreable zebre zoologie'
  expect(phraseOf(['ACADEMIE', 'Abeille', 'adequat', 'agréable', 'zebre', 'zoologie'])).toBe(phrase)
  const slow = pbkdf2Sync(phrase, `essaim words ${room}`, 600_000, 32, 'sha256')
  const proof = hkdfSync('sha256', slow, room, 'essaim words proof', 32)
  expect(keys.proof).toBe(toBase64url(new Uint8Array(proof)))
})

test('D12 the secret opens by the words that sealed it, in their room, and by no others', async () => {
  const { sealed, proof } = await secretInWords(keys, secret)
  expect(proof).toBe(keys.proof)
  expect(await secretFromWords(keys, sealed)).toBe(secret)
  const again = await secretInWords(keys, secret)
  expect(again.sealed).not.toBe(sealed)
  const others = await Promise.all([
    keysOfWords(phraseOf([...french].reverse()), room),
    keysOfWords(phraseOf(french), normaliseRoomName('elsewhere')),
  ])
  for (const other of others) {
    expect(other.proof).not.toBe(proof)
    expect(await secretFromWords(other, sealed)).toBeNull()
  }
  const changed = v.parse(SealedSecret, (sealed.startsWith('A') ? 'B' : 'A') + sealed.slice(1))
  expect(await secretFromWords(keys, changed)).toBeNull()
})

test('D12 words are drawn anew each time, and from all of the list', async () => {
  const list = await loadWordList('de')
  const drawn = Array.from({ length: 2_000 }, () => drawWords(list))
  expect(
    drawn.every((words) => words.length === SPOKEN_WORDS && words.every((word) => list.includes(word))),
  ).toBe(true)
  expect(new Set(drawn.map(phraseOf)).size).toBe(drawn.length)
  // Of 12,000 words drawn, one of 2,048 is missing with a chance of 2,048 · e^-5.9; of a sixteenth of the list always.
  expect(new Set(drawn.flat()).size).toBeGreaterThan(0.98 * list.length)
})
