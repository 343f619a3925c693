/**
 * A stream that one browser sends as all may, and that another one does not understand, for a fault of its own: what no wall before
 * it can find out. Both run in pages before anything of ours, and so are one function each.
 */

/** What this page sends of its camera is known by a largest size that nobody else asks for. */
export function markPictures(): void {
  const send = WebSocket.prototype.send
  WebSocket.prototype.send = function (data) {
    const marked =
      typeof data === 'string'
        ? data.replace(/("mimeType":"video\/VP8"[^{}]*"parameters":)\{\}/, '$1{"max-fs":4711}')
        : data
    send.call(this, marked)
  }
}

/** To this browser a description with such a picture is nonsense, and every later one of that connection, which repeats it. */
export function failAtMarkedPictures(): void {
  const Native = window.RTCPeerConnection
  window.RTCPeerConnection = class extends Native {
    override setRemoteDescription({ type, sdp = '' }: RTCSessionDescriptionInit): Promise<void> {
      return super.setRemoteDescription({
        type,
        sdp: sdp.includes('max-fs=4711') ? `${sdp}m=nonsense\r\n` : sdp,
      })
    }
  }
}
