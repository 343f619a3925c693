import { Device } from 'mediasoup-client'
import * as v from 'valibot'
import { ROUTER_RTP_CAPABILITIES } from '../../../../protocol/media/codecs.ts'
import { RtpCapabilities } from '../../../../protocol/media/rtp.ts'
import { encryptable } from './encryptable.ts'

/** What this browser makes of the routers' codecs. */
export interface CallDevice {
  readonly device: Device
  /** What it can receive. */
  readonly rtpCapabilities: RtpCapabilities
}

const loading = new Map<boolean, Promise<CallDevice | null>>()

/**
 * The browser's side of every call: known before any room, because all routers offer the same. Loading it takes a
 * moment, so call it early; it is done once. Null where the browser has no WebRTC that we know how to speak to.
 *
 * @param encrypted - Whether it is for rooms that are encrypted: they use less of what routers offer (K21).
 */
export function loadCallDevice(encrypted: boolean): Promise<CallDevice | null> {
  const known = loading.get(encrypted)
  if (known !== undefined) return known
  const loaded = load(encrypted).catch((cause) => {
    console.error('call: no WebRTC that can be used', cause)
    return null
  })
  loading.set(encrypted, loaded)
  return loaded
}

async function load(encrypted: boolean): Promise<CallDevice | null> {
  if (typeof RTCPeerConnection === 'undefined') return null
  const device = await Device.factory()
  const routerRtpCapabilities = encrypted ? encryptable(ROUTER_RTP_CAPABILITIES) : ROUTER_RTP_CAPABILITIES
  await device.load({ routerRtpCapabilities })
  return { device, rtpCapabilities: v.parse(RtpCapabilities, device.recvRtpCapabilities) }
}
