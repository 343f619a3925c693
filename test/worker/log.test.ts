import * as v from 'valibot'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newProducerId } from '../../protocol/ids.ts'
import { newNodeKeyPair } from '../../protocol/node-edge/keys.ts'
import { CreatorKey, PasswordProof } from '../../protocol/page-edge/door.ts'
import { embedders } from '../../worker/http/origins.ts'
import { log } from '../../worker/log.ts'
import { Misconfigured } from '../../worker/misconfigured.ts'
import { someDtls, someRtp } from '../support/scripted-node.ts'
import { NodeClient } from './node-client.ts'
import { enrol, invite, order } from './operator-client.ts'
import { PageClient } from './page-client.ts'

const Line = v.pipe(
  v.string(),
  v.parseJson(),
  v.looseObject({
    time: v.pipe(v.string(), v.isoTimestamp()),
    level: v.picklist(['info', 'warn', 'error']),
    event: v.string(),
  }),
)

const ROOM = 'a-secret-circle'
const WORD = 'xylophone'
const ADDRESSES = ['203.0.113.77', '2001:db8:77::1'] as const
const proof = (letter: string): PasswordProof => v.parse(PasswordProof, letter.repeat(43))

let lines: string[]

beforeEach(() => {
  lines = []
  for (const level of ['info', 'warn', 'error'] as const) {
    vi.spyOn(console, level).mockImplementation((line: string) => {
      lines.push(line)
    })
  }
})

afterEach(async () => {
  vi.restoreAllMocks()
  await PageClient.leaveAll()
  await NodeClient.dropAll()
})

const read = () => lines.map((line) => v.parse(Line, line))
const events = (): string[] => read().map(({ event }) => event)
const warnings = (): string[] => read().flatMap(({ level, event }) => (level === 'warn' ? event : []))

/** A whole meeting, with much that goes wrong; answers with all that nobody's log should hold. */
async function meet(): Promise<readonly string[]> {
  const { code } = await invite('Club', { link: `https://${WORD}.example/`, place: WORD })
  const keys = await newNodeKeyPair()
  await enrol(code, keys)
  await enrol(code, await newNodeKeyPair())
  const node = await NodeClient.start('carries')
  const ada = await PageClient.open(ROOM, ADDRESSES[0])
  const creator = v.parse(CreatorKey, 'c'.repeat(43))
  const { resumeToken, media } = await ada.welcome(`Ada ${WORD}`, { creatorKey: creator })
  const generation = media?.generation ?? 0
  await ada.ask('connect-transport', { generation, direction: 'send', dtlsParameters: someDtls })
  const sent = { generation, producer: newProducerId(), rtpParameters: someRtp, paused: false }
  await ada.ask('produce', { ...sent, source: 'microphone' })
  await ada.ask('send-message', { kind: 'chat', addressee: { to: 'everyone' }, payload: WORD })
  await ada.ask('set-password', { password: proof('p') })
  const eve = await PageClient.open(ROOM, ADDRESSES[1])
  await eve.join(`Eve ${WORD}`, { password: proof('q') })
  const ben = await PageClient.open(ROOM, ADDRESSES[1])
  const joined = await ben.welcome(`Ben ${WORD}`, { password: proof('p') })
  await ben.ask('set-locked', { locked: true })
  for (let i = 0; i < 3; i += 1) ben.socket.send(`{"${WORD}":"${ROOM}"}`)
  await ben.closed
  await ada.ask('remove-peer', { peer: joined.self })
  node.sendText(`{"${WORD}":1}`)
  await node.closed
  await ada.event('media-lost')
  await order('nodes/carries/revoke')
  const credentials = [code, keys.publicKey, creator, proof('p'), proof('q'), resumeToken, joined.resumeToken]
  const ofTransports = ['ufrag', 'a password', 'AB:AB']
  return [ROOM, WORD, ...ADDRESSES, ...credentials, ...ofTransports]
}

test('G4 the log tells what happened in lines of JSON, and nobody’s name, address, word or key', async () => {
  const secrets = await meet()
  expect(events()).toEqual(
    expect.arrayContaining([
      'lender-invited',
      'node-enrolled',
      'node-registered',
      'peer-joined',
      'media-lost',
    ]),
  )
  const text = lines.join('\n')
  for (const secret of secrets) expect(text).not.toContain(secret)
})

test('a node that says goodbye has left, and one that does not is lost: only the latter is a warning', async () => {
  const stopped = await NodeClient.start('stopped')
  stopped.leave()
  await expect.poll(events).toContain('node-left')
  expect(warnings()).toEqual([])
  const killed = await NodeClient.start('killed')
  killed.drop()
  await expect.poll(warnings).toEqual(['node-lost'])
})

test('what the operator has set wrongly is told in a sentence, without a stack', () => {
  expect(() => embedders({ EMBED_ALLOWED: 'what' })).toThrow(Misconfigured)
  log.error('request-failed', new Misconfigured('EMBED_ALLOWED is no list'), { path: '/healthz' })
  expect(JSON.parse(lines.join(''))).toEqual({
    time: expect.any(String),
    level: 'error',
    event: 'request-failed',
    path: '/healthz',
    misconfigured: 'EMBED_ALLOWED is no list',
  })
})
