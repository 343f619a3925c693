/** A figure of somebody, and by how much more than that it is to be above `start`; null is what it is at first. */
export interface Growth {
  readonly figure: 'framesDecoded' | 'audioEnergy'
  readonly peer: string
  readonly start: number | null
  readonly by: number
}

/** What a test asks of the connections of the page under test. */
interface Received {
  /** Frames decoded of that person's picture, ever. */
  framesDecoded(peer: string): Promise<number>
  /** Looks again and again, for two seconds at most, until a figure has grown. One look serves all who look at the same time. */
  grown(asked: Growth): Promise<{ readonly start: number; readonly now: number }>
  /** Frames decoded of all that is received on connections that are open, shown or not. */
  allFramesDecoded(): Promise<number>
  /** Of all that is received on connections that are open: packets that came, and what was made of them. */
  totals(): Promise<{ readonly packets: number; readonly frames: number; readonly energy: number }>
  /** A figure of the picture that this element shows (W3C webrtc-stats, inbound-rtp). */
  picture(selector: string, figure: 'framesDecoded' | 'frameHeight'): Promise<number>
  /** Audio energy played of that person's voice, ever (W3C webrtc-stats: totalAudioEnergy). */
  audioEnergy(peer: string): Promise<number>
  /** Watches from now on how long that person's voice is not heard. */
  watchSilence(peer: string): void
  /** The longest time for which it was not, since then (ms). */
  longestSilence(): number
  /** Transport protocol of the selected candidate pair of each live connection. */
  protocols(): Promise<string[]>
  /** How each live connection reaches the node: directly, or through a relay that it reaches by UDP or TCP. */
  ways(): Promise<string[]>
  /** The addresses of the nodes that live connections reach, each once. */
  remoteAddresses(): Promise<string[]>
  /** The devices whose tracks are sent, sorted. */
  sentDevices(): string[]
  /** The settings of the track of that kind that is sent. */
  sentSettings(kind: 'audio' | 'video'): MediaTrackSettings
  /** Whether the track of that kind that is sent is enabled. */
  sentEnabled(kind: 'audio' | 'video'): boolean
  /** How urgent each sent track of that kind is to the browser (W3C webrtc-priority §4). */
  sentPriorities(kind: 'audio' | 'video'): (string | undefined)[]
  /** The devices that are open, sent or not, sorted. */
  liveDevices(): string[]
  /** How many connections were ever made. */
  connections(): number
  /** How many connections were made with a data channel, as none is but to measure a node; and how many of them are open. */
  probes(): { readonly made: number; readonly open: number }
}

declare global {
  interface Window {
    received: Received
  }
}

/**
 * Runs in the page before anything of ours: keeps the page's RTCPeerConnections, so that a test can read their
 * statistics. It must be one function, for it is sent to the browser as text.
 */
export function watchConnections(): void {
  const connections: RTCPeerConnection[] = []
  const probes: RTCPeerConnection[] = []
  const Native = window.RTCPeerConnection
  window.RTCPeerConnection = class extends Native {
    constructor(configuration?: RTCConfiguration) {
      super(configuration)
      connections.push(this)
    }

    override createDataChannel(label: string, options?: RTCDataChannelInit): RTCDataChannel {
      probes.push(this)
      return super.createDataChannel(label, options)
    }
  }

  const opened: MediaStreamTrack[] = []
  const devices = navigator.mediaDevices
  if (devices) {
    const getUserMedia = devices.getUserMedia.bind(devices)
    devices.getUserMedia = async (constraints) => {
      const stream = await getUserMedia(constraints)
      opened.push(...stream.getTracks())
      return stream
    }
  }
  const idsOf = (tracks: readonly MediaStreamTrack[]): string[] =>
    tracks
      .filter(({ readyState }) => readyState === 'live')
      .map((track) => track.getSettings().deviceId ?? '')
      .sort()

  const liveSenders = (): RTCRtpSender[] =>
    connections
      .flatMap((connection) => connection.getSenders())
      .filter(({ track }) => track?.readyState === 'live')
  const sentTracks = (): MediaStreamTrack[] => liveSenders().flatMap(({ track }) => track ?? [])

  const trackOf = (peer: string, element: 'audio' | 'video'): string | undefined => {
    const selector = element === 'audio' ? `audio[data-peer="${peer}"]` : `article[data-peer="${peer}"] video`
    const media = document.querySelector<HTMLMediaElement>(selector)
    const stream = media?.srcObject
    return stream instanceof MediaStream
      ? stream.getTracks().find((track) => track.kind === element)?.id
      : undefined
  }

  const shownBy = (selector: string): string | undefined => {
    const stream = document.querySelector<HTMLMediaElement>(selector)?.srcObject
    return stream instanceof MediaStream ? stream.getVideoTracks()[0]?.id : undefined
  }

  /** Statistics cost a browser much, and several ask for them at the same time. */
  const lately = new WeakMap<RTCPeerConnection, Promise<RTCStatsReport>>()
  const LATELY_MS = 50
  /** What is closed while it is asked may never answer. */
  const PATIENCE_MS = 1_000
  const statsOf = (connection: RTCPeerConnection): Promise<RTCStatsReport> => {
    const known = lately.get(connection)
    if (known !== undefined) return known
    const silent = new Promise<RTCStatsReport>((resolve) => setTimeout(() => resolve(new Map()), PATIENCE_MS))
    const asked = Promise.race([connection.getStats(), silent])
    lately.set(connection, asked)
    setTimeout(() => lately.delete(connection), LATELY_MS)
    return asked
  }

  const inbound = async (track: string | undefined, figure: string): Promise<number> => {
    if (track === undefined) return 0
    for (const connection of connections) {
      if (connection.connectionState === 'closed') continue
      for (const report of (await statsOf(connection)).values()) {
        if (report.type === 'inbound-rtp' && report.trackIdentifier === track)
          return Number(report[figure] ?? 0)
      }
    }
    return 0
  }

  const allFramesDecoded = async (): Promise<number> => {
    let frames = 0
    for (const connection of connections) {
      if (connection.connectionState === 'closed') continue
      for (const report of (await statsOf(connection)).values()) {
        if (report.type === 'inbound-rtp') frames += Number(report.framesDecoded ?? 0)
      }
    }
    return frames
  }

  const totals = async () => {
    const sum = { packets: 0, frames: 0, energy: 0 }
    for (const connection of connections) {
      if (connection.connectionState === 'closed') continue
      for (const report of (await statsOf(connection)).values()) {
        if (report.type !== 'inbound-rtp') continue
        sum.packets += Number(report.packetsReceived ?? 0)
        sum.frames += Number(report.framesDecoded ?? 0)
        sum.energy += Number(report.totalAudioEnergy ?? 0)
      }
    }
    return sum
  }

  /** The local half of each live connection's selected candidate pair. */
  const selected = async (end: 'localCandidateId' | 'remoteCandidateId' = 'localCandidateId') => {
    const found = []
    for (const connection of connections) {
      if (connection.connectionState === 'closed') continue
      const stats = await statsOf(connection)
      for (const report of stats.values()) {
        if (report.type !== 'transport' || !report.selectedCandidatePairId) continue
        found.push(stats.get(stats.get(report.selectedCandidatePairId)[end]))
      }
    }
    return found
  }

  const measured = {
    framesDecoded: (peer: string) => inbound(trackOf(peer, 'video'), 'framesDecoded'),
    audioEnergy: (peer: string) => inbound(trackOf(peer, 'audio'), 'totalAudioEnergy'),
  }
  const LOOK_EVERY_MS = 100
  const LOOK_FOR_MS = 2_000
  const grown: Received['grown'] = async ({ figure, peer, start: since, by }) => {
    let start = since ?? (await measured[figure](peer))
    const until = performance.now() + LOOK_FOR_MS
    for (;;) {
      const now = await measured[figure](peer)
      // By another connection it is counted from the beginning: that need not catch up with what the former one had.
      if (now > 0) start = Math.min(start, now)
      if (now - start > by || performance.now() > until) return { start, now }
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
    }
  }

  let longestSilence = 0
  let watched = 0
  const watchSilence = (peer: string): void => {
    // What was before is over.
    longestSilence = 0
    watched += 1
    const own = watched
    let heard = { energy: 0, at: performance.now() }
    const look = async (): Promise<void> => {
      const asked = performance.now()
      const energy = await measured.audioEnergy(peer)
      if (own !== watched) return
      // What a busy machine makes of a timer is nobody's silence: it is over when somebody looked.
      if (energy === heard.energy) longestSilence = Math.max(longestSilence, asked - heard.at)
      else heard = { energy, at: performance.now() }
      setTimeout(look, LOOK_EVERY_MS)
    }
    void look()
  }

  window.received = {
    watchSilence,
    longestSilence: () => longestSilence,
    ...measured,
    grown,
    allFramesDecoded,
    totals,
    picture: (selector, figure) => inbound(shownBy(selector), figure),
    sentDevices: () => idsOf(sentTracks()),
    sentSettings: (kind) =>
      sentTracks()
        .find((track) => track.kind === kind)
        ?.getSettings() ?? {},
    sentEnabled: (kind) => sentTracks().some((track) => track.kind === kind && track.enabled),
    sentPriorities: (kind) =>
      liveSenders()
        .filter(({ track }) => track?.kind === kind)
        .map((sender) => sender.getParameters().encodings[0]?.priority),
    liveDevices: () => idsOf(opened),
    connections: () => connections.length,
    probes: () => ({
      made: probes.length,
      open: probes.filter(({ connectionState }) => connectionState !== 'closed').length,
    }),
    protocols: async () => (await selected()).map(({ protocol }) => protocol),
    remoteAddresses: async () => [
      ...new Set((await selected('remoteCandidateId')).map(({ address }) => String(address))),
    ],
    ways: async () =>
      (await selected()).map(({ candidateType, relayProtocol }) =>
        candidateType === 'relay' ? `relay by ${relayProtocol}` : 'direct',
      ),
  }
}
