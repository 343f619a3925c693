import * as v from 'valibot'
import { afterEach, expect, test } from 'vitest'
import { newProducerId } from '../../protocol/ids.ts'
import { DisplayName } from '../../protocol/names/display-name.ts'
import { someRtp } from '../support/scripted-node.ts'
import { NodeClient } from './node-client.ts'
import { PageClient } from './page-client.ts'

afterEach(async () => {
  await PageClient.leaveAll()
  await NodeClient.dropAll()
})

test('N28 a node is told no name of a room or of somebody, nothing that was said, and no address of a page', async () => {
  const told: string[] = []
  await NodeClient.startAs24('curious', (text) => told.push(text))
  const room = 'salon-du-jeudi'
  const ada = await PageClient.open(room, '198.51.100.77')
  await ada.welcome('Ada Lovelace')
  const ben = await PageClient.open(room, '2001:db8:77::1')
  const { self } = await ben.welcome('Ben Nevis')
  const everyone = { to: 'everyone' } as const
  await ada.ask('send-message', { kind: 'chat', addressee: everyone, payload: 'a word to all' })
  await ada.ask('send-message', { kind: 'chat', addressee: { to: 'peer', peer: self }, payload: 'a whisper' })
  await ada.ask('rename', { name: v.parse(DisplayName, 'Countess') })
  const producer = newProducerId()
  const microphone = { source: 'microphone', rtpParameters: someRtp, paused: false } as const
  await ada.ask('produce', { generation: 1, producer, ...microphone })
  await ben.event('producer-added')
  const all = told.join('\n')
  // It was told of what they send.
  expect(all).toContain(producer)
  for (const secret of [room, 'Ada', 'Ben', 'Countess', 'word', 'whisper', '198.51.100', '2001:db8:77'])
    expect(all).not.toContain(secret)
})
