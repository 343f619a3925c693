/** Runs in the page before anything of ours: drops UDP candidates, as a network that blocks UDP does. */
export function withoutUdp(): void {
  const { setRemoteDescription } = RTCPeerConnection.prototype
  RTCPeerConnection.prototype.setRemoteDescription = function (this: RTCPeerConnection, description) {
    const sdp = description.sdp?.replace(/^a=candidate:\S+ \d+ udp .*\r\n/gim, '')
    return setRemoteDescription.call(this, {
      ...description,
      type: description.type,
      ...(sdp ? { sdp } : {}),
    })
  } as typeof setRemoteDescription
}
