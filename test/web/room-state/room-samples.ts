import * as v from 'valibot'
import { type OpenedEvent, OpenedPeer, OpenedWelcome, OpenedEvent as PageEventSchema } from '../opened.ts'

export const TOKEN = 'T'.repeat(43)

export const peer = (id: string, producers: object[] = [], role = 'participant'): OpenedPeer =>
  v.parse(OpenedPeer, { id: id.padEnd(8, '-'), name: id, role, creator: false, producers })

export const producer = (id: string, source: string, paused = false) => ({
  id: id.padEnd(8, '-'),
  source,
  paused,
})

export const consumer = (id: string, peerId: string, producerId: string, kind = 'audio') => ({
  id: id.padEnd(8, '-'),
  peer: peerId.padEnd(8, '-'),
  producer: producerId.padEnd(8, '-'),
  kind,
  rtpParameters: {
    mid: '0',
    codecs: [{ mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, channels: 2 }],
    encodings: [{ ssrc: 1234 }],
    rtcp: { cname: 'cname' },
  },
})

const transport = (id: string) => ({
  id: id.padEnd(8, '-'),
  iceParameters: { usernameFragment: 'frag', password: 'p'.repeat(22), iceLite: true },
  iceCandidates: [
    {
      foundation: 'udp',
      priority: 1,
      ip: '127.0.0.1',
      address: '127.0.0.1',
      protocol: 'udp',
      port: 4000,
      type: 'host',
    },
  ],
  dtlsParameters: {
    role: 'auto',
    fingerprints: [{ algorithm: 'sha-256', value: Array(32).fill('AB').join(':') }],
  },
})

export const session = (generation: number, consumers: object[] = []) => ({
  generation,
  iceServers: [],
  send: transport(`send${generation}`),
  receive: transport(`receive${generation}`),
  consumers,
  carriedBy: null,
})

export const OPEN_ROOM = {
  locked: false,
  lobby: false,
  password: false,
  permissions: { microphone: true, camera: true, screen: true, chat: true },
  encrypted: false,
  spokenWords: null,
  constantRate: false,
  turnLevel: 'all',
}

/** A welcome to `ada`, with whoever else is given. */
export const welcome = (others: readonly OpenedPeer[] = [], changes: object = {}): OpenedWelcome =>
  v.parse(OpenedWelcome, {
    kind: 'welcome',
    self: 'ada-----',
    resumeToken: TOKEN,
    seq: 5,
    room: OPEN_ROOM,
    knocks: [],
    peers: [...others, peer('ada', [], 'moderator')],
    media: null,
    ...changes,
  })

export const event = (data: object): OpenedEvent => v.parse(PageEventSchema, data)
