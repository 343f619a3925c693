import { describe, expect, test } from 'vitest'
import { figuresBetween, verdictOn } from '../../../web/core/network/network-figures.ts'
import { type NetworkReading, readNetwork } from '../../../web/core/network/network-reading.ts'

const candidate = (id: string, candidateType: string, protocol: string) => ({
  type: 'local-candidate',
  id,
  candidateType,
  protocol,
})
const pair = (localCandidateId: string, more: object = {}) => ({
  type: 'candidate-pair',
  id: `pair of ${localCandidateId}`,
  localCandidateId,
  state: 'succeeded',
  nominated: true,
  ...more,
})

const SEND = [
  { type: 'outbound-rtp', packetsSent: 900, bytesSent: 80_000 },
  { type: 'outbound-rtp', kind: 'video', packetsSent: 100, bytesSent: 20_000 },
  { type: 'remote-inbound-rtp', packetsLost: 10 },
  candidate('a', 'host', 'udp'),
  pair('a', { currentRoundTripTime: 0.05, availableOutgoingBitrate: 85_000 }),
]
const RECEIVE = [
  { type: 'inbound-rtp', packetsReceived: 2_000, packetsLost: 40, bytesReceived: 500_000 },
  candidate('b', 'srflx', 'udp'),
  pair('b', {
    currentRoundTripTime: 0.08,
    availableOutgoingBitrate: 300_000,
    packetsReceived: 2_100,
    responsesReceived: 12,
  }),
  pair('nowhere', { state: 'failed', currentRoundTripTime: 9 }),
  { type: 'codec', mimeType: 'audio/opus' },
  'not a report',
]

const voice = (id: string, received: number, lost: number) => ({ id, received, lost })

const NOTHING: NetworkReading = {
  atMs: 0,
  bytesSent: 0,
  bytesReceived: 0,
  packetsSent: 0,
  packetsSentLost: 0,
  packetsReceived: 0,
  packetsReceivedLost: 0,
  voices: [],
  signs: 0,
  pictureBytesSent: 0,
  sendable: null,
  roundTripMs: null,
  path: null,
}

describe('what browsers report', () => {
  test('is added up over what is carried, with the worse of the delays', () => {
    expect(readNetwork([SEND, RECEIVE], 5)).toEqual({
      atMs: 5,
      bytesSent: 100_000,
      bytesReceived: 500_000,
      packetsSent: 1_000,
      packetsSentLost: 10,
      packetsReceived: 2_000,
      packetsReceivedLost: 40,
      voices: [],
      signs: 2_112,
      pictureBytesSent: 20_000,
      sendable: 85_000,
      roundTripMs: 80,
      path: 'udp',
    })
  })

  test.each([
    ['relay', 'udp', 'relay'],
    ['host', 'tcp', 'tcp'],
    ['prflx', 'udp', 'udp'],
  ])('a candidate of kind %s over %s is the path %s', (kind, protocol, path) => {
    // The slowest of the ways counts: the other one is plain UDP.
    const reports = [candidate('c', kind, protocol), pair('c')]
    expect(readNetwork([SEND, reports], 0).path).toBe(path)
  })

  test('a way that was in use before is not one any more, though it would still work', () => {
    const ways = [candidate('r', 'relay', 'udp'), pair('r'), candidate('h', 'host', 'udp'), pair('h')]
    const selected = { type: 'transport', selectedCandidatePairId: 'pair of h' }
    expect(readNetwork([[...ways, selected]], 0).path).toBe('udp')
  })

  test('of no connection is nothing', () => {
    expect(readNetwork([], 0)).toEqual(NOTHING)
  })
})

describe('what happened between two readings', () => {
  test('rates by the second, losses as parts of what was on the way', () => {
    const before = { ...NOTHING, atMs: 1_000, bytesSent: 1_000, packetsSent: 100, packetsReceivedLost: 5 }
    const after = {
      ...NOTHING,
      atMs: 3_000,
      bytesSent: 26_000,
      bytesReceived: 250_000,
      packetsSent: 300,
      packetsSentLost: 10,
      packetsReceived: 95,
      packetsReceivedLost: 10,
      roundTripMs: 40,
      path: 'udp' as const,
    }
    expect(figuresBetween(before, after)).toEqual({
      sentBitsPerSecond: 100_000,
      receivedBitsPerSecond: 1_000_000,
      sentLoss: 0.05,
      receivedLoss: 0.05,
      ownReceivedLoss: null,
      roundTripMs: 40,
      sendable: null,
      path: 'udp',
    })
  })

  test('where nothing flowed, or another connection began, no loss is made up', () => {
    const idle = figuresBetween({ ...NOTHING, bytesSent: 9, packetsSent: 9 }, { ...NOTHING, atMs: 1_000 })
    expect(idle).toMatchObject({ sentBitsPerSecond: 0, sentLoss: null, receivedLoss: null })
    expect(verdictOn(idle)).toBeNull()
  })

  test.each([
    [0, 40, 'good'],
    [0.03, 40, 'fair'],
    [0, 400, 'fair'],
    [0.1, 40, 'poor'],
    [0, 900, 'poor'],
  ])('a loss of %d and %i ms are %s', (receivedLoss, roundTripMs, verdict) => {
    const figures = figuresBetween(NOTHING, { ...NOTHING, atMs: 1_000 })
    expect(verdictOn({ ...figures, receivedLoss, roundTripMs })).toBe(verdict)
  })

  test.each([
    ['both voices lack', [voice('a', 180, 20), voice('b', 90, 10)], 0.1],
    ['one voice lacks, as its owner’s own way is bad', [voice('a', 100, 100), voice('b', 100, 0)], 0],
    ['a single voice lacks, and nobody knows where', [voice('a', 100, 100)], null],
  ])('what %s', (_, voices, ownReceivedLoss) => {
    const before = { ...NOTHING, voices: [voice('a', 0, 0), voice('b', 0, 0)] }
    expect(figuresBetween(before, { ...NOTHING, atMs: 2_000, voices })).toMatchObject({ ownReceivedLoss })
  })

  test('of few packets the loss of one is no loss', () => {
    const after = { ...NOTHING, atMs: 2_000, packetsReceived: 4, packetsReceivedLost: 1 }
    expect(figuresBetween(NOTHING, after)).toMatchObject({ receivedLoss: null })
  })

  test.each([
    [85_000, 10_000, 'poor'],
    [150_000, 10_000, 'fair'],
    [300_000, 10_000, 'good'],
    // Nobody finds out how much goes through while no picture is sent.
    [85_000, 0, 'good'],
  ])(
    '%i bits a second may be sent, and %i bytes of pictures are: %s',
    (sendable, pictureBytesSent, verdict) => {
      const after = { ...NOTHING, atMs: 2_000, sendable, pictureBytesSent, roundTripMs: 40 }
      expect(verdictOn(figuresBetween(NOTHING, after))).toBe(verdict)
    },
  )
})
