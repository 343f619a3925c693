import { Device } from 'mediasoup-client'
import * as v from 'valibot'
import { ROUTER_RTP_CAPABILITIES } from '../../../../protocol/media/codecs.ts'
import { RtpCapabilities } from '../../../../protocol/media/rtp.ts'

/** What this browser makes of the routers' codecs. */
export interface CallDevice {
  readonly device: Device
  /** What it can receive. */
  readonly rtpCapabilities: RtpCapabilities
}

let loading: Promise<CallDevice | null> | undefined

/**
 * The browser's side of every call: known before any room, because all routers offer the same. Loading it takes a
 * moment, so call it early; it is done once. Null where the browser has no WebRTC that we know how to speak to.
 */
export function loadCallDevice(): Promise<CallDevice | null> {
  loading ??= load().catch((cause) => {
    console.error('call: no WebRTC that can be used', cause)
    return null
  })
  return loading
}

async function load(): Promise<CallDevice | null> {
  if (typeof RTCPeerConnection === 'undefined') return null
  const device = await Device.factory()
  await device.load({ routerRtpCapabilities: ROUTER_RTP_CAPABILITIES })
  return { device, rtpCapabilities: v.parse(RtpCapabilities, device.recvRtpCapabilities) }
}
