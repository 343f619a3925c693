let looks = 0

/** What a browser would report of a connection that loses a little. */
export async function fakeReports(): Promise<object[][]> {
  looks += 1
  return [
    [
      { type: 'local-candidate', id: 'here', candidateType: 'host', protocol: 'tcp' },
      {
        type: 'candidate-pair',
        localCandidateId: 'here',
        state: 'succeeded',
        nominated: true,
        currentRoundTripTime: 0.043,
      },
      { type: 'outbound-rtp', packetsSent: looks * 50, bytesSent: looks * 48_000 },
      {
        type: 'inbound-rtp',
        packetsReceived: looks * 97,
        packetsLost: looks * 3,
        bytesReceived: looks * 112_000,
      },
    ],
  ]
}
