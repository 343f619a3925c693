/** Runs in the page before anything of ours: drops UDP candidates, as a network that blocks UDP does. */
export function withoutUdp(): void {
  const Native = window.RTCPeerConnection
  window.RTCPeerConnection = class extends Native {
    override setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
      const sdp = (description.sdp ?? '').replace(/^a=candidate:\S+ \d+ udp .*\r\n/gim, '')
      return super.setRemoteDescription({ type: description.type, sdp })
    }
  }
}
