/** What one page received of others' pictures, while it was looked at. */
export interface Received {
  readonly bitsPerSecond: number
  /** Of decoded pictures, whatever their size. */
  readonly pixelsPerSecond: number
  /** Pictures of which at least one frame was decoded. */
  readonly pictures: number
}

declare global {
  interface Window {
    measureReceived(durationMs: number): Promise<Received>
  }
}

/**
 * Runs in the page before anything of ours, as text: keeps the page's connections, and adds up what their
 * `inbound-rtp` reports say (W3C webrtc-stats §8.4). Looks often, for a picture changes its size on the way.
 */
export function countReceived(): void {
  const LOOK_MS = 250
  const connections: RTCPeerConnection[] = []
  const Native = window.RTCPeerConnection
  window.RTCPeerConnection = class extends Native {
    constructor(configuration?: RTCConfiguration) {
      super(configuration)
      connections.push(this)
    }
  }

  interface Counts {
    readonly bytes: number
    readonly frames: number
    readonly pixels: number
  }
  const look = async (): Promise<Map<string, Counts>> => {
    const found = new Map<string, Counts>()
    for (const connection of connections.filter((each) => each.connectionState !== 'closed')) {
      for (const report of (await connection.getStats()).values()) {
        if (report.type !== 'inbound-rtp' || report.kind !== 'video') continue
        found.set(String(report.ssrc), {
          bytes: Number(report.bytesReceived ?? 0),
          frames: Number(report.framesDecoded ?? 0),
          pixels: Number(report.frameWidth ?? 0) * Number(report.frameHeight ?? 0),
        })
      }
    }
    return found
  }

  window.measureReceived = async (durationMs) => {
    const begun = performance.now()
    const seen = new Set<string>()
    let [bytes, pixels] = [0, 0]
    let before = await look()
    while (performance.now() - begun < durationMs) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
      const now = await look()
      for (const [ssrc, counts] of now) {
        const earlier = before.get(ssrc) ?? { bytes: 0, frames: 0 }
        const frames = counts.frames - earlier.frames
        bytes += counts.bytes - earlier.bytes
        pixels += frames * counts.pixels
        if (frames > 0) seen.add(ssrc)
      }
      before = now
    }
    const seconds = (performance.now() - begun) / 1_000
    return { bitsPerSecond: (bytes * 8) / seconds, pixelsPerSecond: pixels / seconds, pictures: seen.size }
  }
}
