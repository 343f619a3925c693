/** Runs in the page before anything of ours: only relays are ever tried, as where a network lets nothing else through. */
export function onlyRelays(): void {
  const Native = window.RTCPeerConnection
  window.RTCPeerConnection = class extends Native {
    constructor(configuration?: RTCConfiguration) {
      super({ ...configuration, iceTransportPolicy: 'relay' })
    }
  }
}
