import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { ProtocolError } from '../../protocol/errors.ts'
import { readNodeFrame } from '../../protocol/node-edge/frames.ts'
import { readPageRequest } from '../../protocol/page-edge/read-request.ts'
import { PAGE_EDGE } from '../../protocol/version.ts'
import { BROWSERS } from './captured/captured.ts'

/** The text of a frame, as whoever reads it takes it; null where it is refused. */
type Read = (text: string) => string | null

const orRefused =
  (read: (text: string) => unknown): Read =>
  (text) => {
    try {
      return JSON.stringify(read(text))
    } catch (thrown) {
      if (thrown instanceof ProtocolError && thrown.code === 'bad-message') return null
      throw thrown
    }
  }

const readPage = orRefused((text) => readPageRequest(text, () => {}).request.params)
const readNode = orRefused((text) => readNodeFrame(text))

const asked = (request: string, params: object) => ({ id: 1, request, params })
const answered = (outcome: object) => ({ type: 'answer', id: 1, outcomes: [outcome] })
const fingerprint = (octets: number) => Array.from({ length: octets }, () => 'AB').join(':')
const OUTCOME = { transport: 'transport', producer: 'producer', consumer: 'consumer', kind: 'video' }
const ICE = { usernameFragment: 'abcdefgh12345678', password: 'a+/1'.repeat(8), iceLite: true }

const fromPages = BROWSERS.flatMap(([browser, { rtpCapabilities, dtlsParameters, produced }]) => [
  [`${browser}: join`, asked('join', { protocol: PAGE_EDGE.newest, name: 'Ada', rtpCapabilities })] as const,
  [
    `${browser}: connect`,
    asked('connect-transport', { generation: 1, direction: 'send', dtlsParameters }),
  ] as const,
  ...Object.entries(produced).map(
    ([source, rtpParameters]) =>
      [
        `${browser}: ${source}`,
        asked('produce', { generation: 1, producer: 'producer', source, rtpParameters, paused: false }),
      ] as const,
  ),
])

const [, { produced }] = BROWSERS[1]
const { camera } = produced
const fromNodes = [
  [
    'a transport',
    answered({
      outcome: 'transport-created',
      transport: {
        id: 'transport',
        iceParameters: ICE,
        iceCandidates: ['203.0.113.7', '2001:db8::7'].map((address) => ({
          foundation: 'udpcandidate',
          priority: 1_076_302_079,
          ip: address,
          address,
          protocol: 'tcp',
          port: 40_000,
          type: 'host',
          tcpType: 'passive',
        })),
        dtlsParameters: {
          role: 'auto',
          fingerprints: [
            { algorithm: 'sha-1', value: fingerprint(20) },
            { algorithm: 'sha-512', value: fingerprint(64) },
          ],
        },
      },
    }),
  ],
  ['other ICE words', answered({ outcome: 'ice-restarted', transport: 'transport', iceParameters: ICE })],
  ['a consumer', answered({ outcome: 'consumed', ...OUTCOME, rtpParameters: camera })],
  [
    'what leaves through a pipe',
    answered({ outcome: 'pipe-consumed', pipe: 'pipe', ...OUTCOME, rtpParameters: camera, paused: false }),
  ],
] as const

const frames = [
  ...fromPages.map(([name, frame]) => [name, frame, readPage] as const),
  ...fromNodes.map(([name, frame]) => [name, frame, readNode] as const),
]

/** Every value that `change` makes of a text, or a name, somewhere within `value`: one change at a time. */
function* changed(value: unknown, change: (text: string) => string): Generator<unknown> {
  if (typeof value === 'string') yield change(value)
  if (Array.isArray(value)) {
    for (const [at, part] of value.entries()) {
      for (const other of changed(part, change)) yield value.with(at, other)
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) {
      const { [name]: _, ...others } = Object.fromEntries(Object.entries(value))
      yield { ...others, [change(name)]: part }
      for (const other of changed(part, change)) yield { ...value, [name]: other }
    }
  }
}

/** What would begin a line of its own in an SDP, or separate what stands in one (RFC 8866 §9). */
const WORSE: readonly (readonly [string, (text: string) => string])[] = [
  ['a line more', (text) => `${text}\r\na=evil:1`],
  ['a line feed', (text) => `${text}\n`],
  ['a line before', (text) => `a=evil:1\r\n${text}`],
  ['a blank', (text) => `${text} evil `],
  ['a null', (text) => `${text}\0evil`],
  ['what looks like a line to some', (text) => `${text}\u2028evil`],
  ['much', (text) => text + 'evil'.repeat(5_000)],
]

describe('G5 what can reach a session description', () => {
  test.each(frames)('%s is taken as browsers and nodes say it', (_name, frame, read) => {
    expect(read(JSON.stringify(frame))).not.toBeNull()
  })

  test.each(WORSE.flatMap(([what, worse]) => frames.map((frame) => [what, ...frame, worse] as const)))(
    '%s is nowhere taken in %s',
    (_what, _name, frame, read, worse) => {
      const tries = [...changed(frame, worse)]
      expect(tries.length).toBeGreaterThan(5)
      const taken = tries.filter((each) => read(JSON.stringify(each))?.includes('evil'))
      expect(taken).toEqual([])
      const broken = tries.filter((each) => /\\[nr]/.test(read(JSON.stringify(each)) ?? ''))
      expect(broken).toEqual([])
    },
  )

  test.each([
    ['a user fragment of three characters', { ...ICE, usernameFragment: 'abc' }],
    ['a password of 21', { ...ICE, password: 'a'.repeat(21) }],
    ['a password of 257', { ...ICE, password: 'a'.repeat(257) }],
  ])('RFC 8839: %s is none', (_what, iceParameters) => {
    const frame = answered({ outcome: 'ice-restarted', transport: 'transport', iceParameters })
    expect(readNode(JSON.stringify(frame))).toBeNull()
  })

  test.each([
    ['sha-256', 20],
    ['sha-1', 32],
    ['sha-512', 63],
    ['md5', 16],
  ])('RFC 8122: %s has no %i octets', (algorithm, octets) => {
    const dtlsParameters = { fingerprints: [{ algorithm, value: fingerprint(octets) }] }
    const frame = asked('connect-transport', { generation: 1, direction: 'send', dtlsParameters })
    expect(readPage(JSON.stringify(frame))).toBeNull()
  })

  test.each(['1e999', 'true', 'null'])('a codec parameter is not %s', (value) => {
    const text = JSON.stringify(fromPages.find(([name]) => name === 'Firefox 153: microphone')?.[1])
    expect(readPage(text)).not.toBeNull()
    expect(readPage(text.replace('"maxplaybackrate":48000', `"maxplaybackrate":${value}`))).toBeNull()
  })

  test('what a header extension is told is passed over: none of ours is told anything', () => {
    const extension = { uri: 'urn:3gpp:video-orientation', id: 4, parameters: { evil: 'evil' } }
    const rtpParameters = { ...camera, headerExtensions: [extension] }
    const params = { generation: 1, producer: 'producer', source: 'camera', rtpParameters, paused: false }
    const read = readPage(JSON.stringify(asked('produce', params)))
    expect(v.parse(v.string(), read)).not.toContain('evil')
  })
})
