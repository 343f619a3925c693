import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse, parseParams, write } from '../../../../web/core/media/mediasoup-client/session-description.ts'
import { brought } from './brought.ts'

/** What browsers said, recorded, less most of their formats. */
const FOLDER = new URL('descriptions/', import.meta.url)
const DESCRIPTIONS = readdirSync(FOLDER).map(
  (name) => [name, readFileSync(new URL(name, FOLDER), 'utf8')] as const,
)
interface Package {
  parse(text: string): object & { media: object[] }
  write(session: object): string
  parseParams(text: string): object
}
const sdpTransform: Package = brought('sdp-transform')

/** What mediasoup-client reads; the rest of what the package knows stands among the others. */
const READ = [
  ...['rtp', 'fmtp', 'rtcpFb', 'ext', 'extmapAllowMixed', 'setup', 'mid', 'direction', 'iceUfrag', 'icePwd'],
  ...['fingerprint', 'endOfCandidates', 'ssrcs', 'ssrcGroups', 'rtcpMux', 'rtcpRsize', 'rids', 'simulcast'],
  ...['type', 'port', 'protocol', 'payloads', 'connection', 'origin', 'name', 'timing', 'version', 'groups'],
]
const readOf = (part: object): [string, unknown][] =>
  Object.entries(part)
    .filter(([name]) => READ.includes(name))
    .sort()

const linesOf = (text: string): string[] => text.split('\r\n').sort()

describe.each(DESCRIPTIONS)('what a browser says: %s', (_, text) => {
  it('is read as the package reads it', () => {
    const [own, theirs] = [parse(text), sdpTransform.parse(text)]
    expect(own.media.length).toBeGreaterThan(0)
    expect(readOf(own)).toEqual(readOf(theirs))
    expect(own.media.map(readOf)).toEqual(theirs.media.map(readOf))
  })

  it('is written whole, each part with its lines', () => {
    const parts = (whole: string) => whole.split(/^(?=m=)/m).map(linesOf)
    expect(parts(write(parse(text)))).toEqual(parts(text))
    // As the package has it: what a browser is told is not what it says in another order only.
    expect(write(parse(text)).indexOf('a=rtpmap')).toBeLessThan(write(parse(text)).indexOf('a=fmtp'))
  })
})

it('writes what mediasoup-client tells a browser as the package writes it', () => {
  const told = {
    version: 0,
    origin: {
      username: 'm',
      sessionId: '10000',
      sessionVersion: 3,
      netType: 'IN',
      ipVer: 4,
      address: '0.0.0.0',
    },
    name: '-',
    timing: { start: 0, stop: 0 },
    icelite: 'ice-lite',
    iceOptions: 'ice2',
    msidSemantic: { semantic: 'WMS', token: '*' },
    fingerprint: { type: 'sha-256', hash: 'AB:CD' },
    groups: [{ type: 'BUNDLE', mids: '0 1' }],
    extmapAllowMixed: 'extmap-allow-mixed',
    media: [
      {
        type: 'video',
        port: 7,
        protocol: 'UDP/TLS/RTP/SAVPF',
        payloads: '101 102',
        connection: { ip: '127.0.0.1', version: 4 },
        mid: '1',
        direction: 'sendonly',
        setup: 'actpass',
        iceUfrag: 'u',
        icePwd: 'p',
        iceOptions: 'renomination',
        endOfCandidates: 'end-of-candidates',
        candidates: [
          {
            foundation: 'tcp/1',
            component: 1,
            ip: '::1',
            port: 9,
            priority: 2,
            transport: 'tcp',
            type: 'host',
            tcptype: 'passive',
          },
        ],
        rtp: [
          { payload: 101, codec: 'VP8', rate: 90_000 },
          { payload: 100, codec: 'opus', rate: 48_000, encoding: 2 },
        ],
        fmtp: [{ payload: 102, config: 'apt=101' }],
        rtcpFb: [
          { payload: 101, type: 'nack', subtype: 'pli' },
          { payload: 101, type: 'transport-cc' },
        ],
        ext: [{ uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', value: 1 }],
        msid: [{ id: 'stream', appdata: 'track' }],
        ssrcs: [{ id: 7, attribute: 'cname', value: 'a:b' }],
        ssrcGroups: [{ semantics: 'FID', ssrcs: '7 8' }],
        rids: [{ id: 'r0', direction: 'recv' }],
        simulcast: { dir1: 'recv', list1: 'r0;~r1' },
        rtcpMux: 'rtcp-mux',
        rtcpRsize: 'rtcp-rsize',
      },
    ],
  }
  const theirs = sdpTransform.write(structuredClone(told))
  expect(linesOf(write(told))).toEqual(linesOf(theirs))
})

it.each(['minptime=10;useinbandfec=1', 'apt=96', '111/111', 'a=b=c; profile-level-id=42e01f', '0-16', ''])(
  'reads the parameters of a format as the package does: %s',
  (text) => {
    expect(parseParams(text)).toEqual(sdpTransform.parseParams(text))
  },
)
