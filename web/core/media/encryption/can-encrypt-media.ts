/** Whether this browser lets a worker of ours encrypt and decrypt media (W3C webrtc-encoded-transform §3). */
export const canEncryptMedia = (): boolean =>
  typeof RTCRtpScriptTransform !== 'undefined' &&
  'transform' in RTCRtpSender.prototype &&
  'transform' in RTCRtpReceiver.prototype
