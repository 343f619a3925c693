import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { newSendId } from '../../protocol/ids.ts'
import { PAGE_MESSAGE_MAX_BYTES, SEALED_NAME_MAX_LENGTH } from '../../protocol/limits.ts'
import { tidyDisplayName } from '../../protocol/names/display-name.ts'
import { countedLength, isShortEnough, MessageKind, rulesOf } from '../../protocol/page-edge/message-kinds.ts'
import { OutgoingMessage } from '../../protocol/page-edge/messages.ts'
import { PersonName, TO_ONE_BYTES } from '../../protocol/page-edge/sealed.ts'
import { sealKeyOf } from '../../web/core/encryption/envelope.ts'
import { newRoomSecret } from '../../web/core/encryption/room-secret.ts'
import { SealingPage } from '../web/encryption/sealed-room.ts'

const { sealing } = await SealingPage.enter('ada', newRoomSecret())
/** Of the longest number. */
const key = sealKeyOf(4_294_967_295, new Uint8Array(32))

const sealedOf = (kind: MessageKind, payload: string) =>
  sealing.messages.seal(key, { kind, addressee: { to: 'everyone' } }, { payload, number: 4_294_967_295 })

describe.each(MessageKind.options)('K3 what is sealed of kind %s', (kind) => {
  const { maxLength, rate } = rulesOf(kind)

  test('may be all that its kind allows, in any script that may stand there, and hardly more', async () => {
    const longest = (rate.bytesPerUnit === 3 ? '語' : 'x').repeat(maxLength)
    expect(isShortEnough(kind, await sealedOf(kind, longest))).toBe(true)
    expect(isShortEnough(kind, await sealedOf(kind, `${longest}${'x'.repeat(64 + TO_ONE_BYTES)}`))).toBe(
      false,
    )
  })

  test('counts as no more than the plain text, and not much less', async () => {
    for (const payload of ['', 'x', 'x'.repeat(maxLength), '語'.repeat(Math.floor(maxLength / 3))]) {
      const bytes = new TextEncoder().encode(payload).length
      const counted = countedLength(kind, await sealedOf(kind, payload))
      expect(counted).toBeLessThanOrEqual(Math.ceil(bytes / rate.bytesPerUnit))
      expect(counted).toBeGreaterThanOrEqual((bytes - 63) / rate.bytesPerUnit)
      if (rate.bytesPerUnit === 3) expect(counted).toBeLessThanOrEqual(payload.length)
    }
  })

  test('fits a message of a page (G2)', async () => {
    const [to] = rulesOf(kind).to
    const addressee = to === 'peer' ? { to, peer: 'p'.repeat(22) } : { to }
    const payload = await sealedOf(kind, 'x'.repeat(maxLength))
    const params = { kind, addressee, payload, sendId: newSendId() }
    v.assert(OutgoingMessage, params)
    const frame = JSON.stringify({ id: 1_000_000_000, request: 'send-message', params })
    expect(frame.length).toBeLessThan(PAGE_MESSAGE_MAX_BYTES)
  })
})

test.each(['x', '"', '\\', '語', '🐝'])('K2 the longest name of “%s” fits, sealed', async (letter) => {
  const [name] = [tidyDisplayName(letter.repeat(40))].map((tidy) => v.parse(v.any(), tidy))
  const said = await sealing.sealName(name)
  v.assert(PersonName, said)
  expect(await sealing.openName(said)).toEqual({ name, stay: sealing.stay, former: false })
  expect(typeof said === 'string' ? said : said.sealed.length).toBeLessThanOrEqual(SEALED_NAME_MAX_LENGTH)
})

test.each([
  ['too long', `0.${'a'.repeat(SEALED_NAME_MAX_LENGTH)}`],
  ['too short', `0.${'a'.repeat(122)}`],
  ['of no key', 'a'.repeat(123)],
  ['of a key that is no number', `x.${'a'.repeat(123)}`],
  ['of a number with a zero before', `00.${'a'.repeat(123)}`],
  ['no base64url', `0.${'+'.repeat(123)}`],
])('K2 a name that is %s is none', (_what, text) => {
  expect(v.is(PersonName, { sealed: text })).toBe(false)
})
