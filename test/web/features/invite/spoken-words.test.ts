import { signal } from '@preact/signals'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { normaliseRoomName } from '../../../../protocol/names/room-name.ts'
import { SpokenWords } from '../../../../protocol/page-edge/door.ts'
import { newRoomSecret } from '../../../../web/core/encryption/room-secret.ts'
import { keysOfWords, secretFromWords } from '../../../../web/core/encryption/spoken-words.ts'
import type { RoomSession } from '../../../../web/core/session/room-session.ts'
import { spokenWordsOf } from '../../../../web/features/invite/spoken-words.ts'
import { phraseOf, WordReader } from '../../../../web/i18n/word-lists/typed-words.ts'
import { loadWordLists } from '../../../../web/i18n/word-lists/word-lists.ts'

const room = normaliseRoomName('the room')
const secret = newRoomSecret()

test('D12 D14 what a moderator says is what opens the room, typed on a page of another language', async () => {
  const asked: unknown[] = []
  const ask = async (_name: string, { words }: { words: unknown }): Promise<object> => {
    asked.push(words)
    return { number: words === null ? null : asked.length }
  }
  const session = { room, ask, view: signal({}) } as unknown as RoomSession
  const control = spokenWordsOf(session)
  await control.make('de', secret)
  const { words = [], number } = control.own.value ?? {}
  expect(number).toBe(1)
  const said = words.map((word) => word.toUpperCase().slice(0, 5)).join(', ')
  const read = new WordReader(await loadWordLists()).read(said, 'fr')
  expect(read.language).toBe('de')
  const keys = await keysOfWords(phraseOf(read.words.map(({ word }) => word ?? '')), room)
  const { sealed, proof } = v.parse(SpokenWords, asked[0])
  expect(proof).toBe(keys.proof)
  expect(await secretFromWords(keys, sealed)).toBe(secret)
  // Neither the words nor the secret are in what the edge is told.
  // A short word may be among random letters by chance.
  for (const told of [secret, phraseOf(words), ...words.filter(({ length }) => length > 6)])
    expect(JSON.stringify(asked)).not.toContain(told)
  await control.takeBack()
  expect([control.own.value, asked.at(-1)]).toEqual([null, null])
})
