import type { Timeline } from './timeline.ts'

/** The page's RTCPeerConnections: when they are ready, which tracks they bring, and what they send. */
export class Connections {
  readonly #timeline: Timeline
  readonly #answered: () => void
  readonly #all: RTCPeerConnection[] = []
  readonly #remoteTracks = new WeakSet<MediaStreamTrack>()

  /** @param answered - Called when the connection that receives has all that it needs. */
  constructor(timeline: Timeline, answered: () => void) {
    this.#timeline = timeline
    this.#answered = answered
  }

  isRemote(track: MediaStreamTrack): boolean {
    return this.#remoteTracks.has(track)
  }

  /** Puts itself between the page and `RTCPeerConnection`. */
  install(): void {
    const { Native, adopt, local } = this.#hooks()
    window.RTCPeerConnection = class extends Native {
      constructor(configuration?: RTCConfiguration) {
        super(configuration)
        adopt(this)
      }

      override setLocalDescription(description?: RTCLocalSessionDescriptionInit): Promise<void> {
        local(description)
        return super.setLocalDescription(description)
      }
    }
  }

  #hooks() {
    return {
      Native: window.RTCPeerConnection,
      adopt: (connection: RTCPeerConnection) => this.#adopt(connection),
      local: (description?: RTCLocalSessionDescriptionInit) => this.#handleLocal(description),
    }
  }

  #adopt(connection: RTCPeerConnection): void {
    this.#all.push(connection)
    connection.addEventListener('track', ({ track }) => {
      this.#timeline.mark('receiveOffered')
      this.#remoteTracks.add(track)
    })
    connection.addEventListener('iceconnectionstatechange', () => {
      if (receives(connection) && connection.iceConnectionState === 'connected')
        this.#timeline.mark('iceConnected')
    })
    connection.addEventListener('connectionstatechange', () => {
      if (connection.connectionState === 'connected')
        this.#timeline.mark(receives(connection) ? 'receiveConnected' : 'sendConnected')
    })
  }

  #handleLocal(description?: RTCLocalSessionDescriptionInit): void {
    if (description?.type === 'answer') {
      this.#timeline.mark('receiveAnswered')
      this.#answered()
    } else this.#timeline.mark('sendOffered')
  }

  /** Stops the encoders, or lets them go on, without a word to the other end: somebody to meet who costs nothing. */
  async setSending(on: boolean): Promise<void> {
    for (const sender of this.#all.flatMap((connection) => connection.getSenders())) {
      const parameters = sender.getParameters()
      for (const encoding of parameters.encodings) encoding.active = on
      if (parameters.encodings.length > 0) await sender.setParameters(parameters)
    }
  }

  /** Frames that were encoded, of all sizes of the picture together, ever. */
  async framesEncoded(): Promise<number> {
    let frames = 0
    for (const connection of this.#all) {
      for (const entry of (await connection.getStats()).values()) {
        if (entry.type === 'outbound-rtp' && entry.kind === 'video')
          frames += Number(entry.framesEncoded ?? 0)
      }
    }
    return frames
  }
}

/** Both contestants have one connection each way; the node offers on the one that receives. */
const receives = (connection: RTCPeerConnection): boolean => connection.remoteDescription?.type === 'offer'
