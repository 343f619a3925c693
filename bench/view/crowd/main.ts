// The crowd's page: many people in one page that shows nothing. They join by Essaim's own code and send, with its
// layers, all the same moving picture.
import { normaliseRoomName } from '../../../protocol/names/room-name.ts'
import { loadCallDevice } from '../../../web/core/media/mediasoup-client/device.ts'
import { socketAddress } from '../../../web/core/signalling/early-dial.ts'
import type { SentLayer } from './crowd-page.ts'
import { movingPicture } from './moving-picture.ts'
import { Sender } from './sender.ts'

const senders: Sender[] = []

window.crowd = {
  async fill(room, count, framesPerSecond) {
    const { origin, pathname } = new URL(room)
    const url = socketAddress(origin, normaliseRoomName(pathname.slice(1)))
    const device = await loadCallDevice(false)
    if (!device) throw new Error('this browser has no WebRTC')
    const camera = movingPicture(framesPerSecond)
    for (let index = 1; index <= count; index += 1)
      senders.push(await Sender.arrive(url, `Person ${index}`, device, camera))
  },
  sent: () => Promise.all(senders.map(async (sender) => layersOf(await sender.report()))),
}

/** The layers of a report, the smallest first (W3C webrtc-stats §8.7; mediasoup-client counts `rid` from r0). */
const layersOf = (report: RTCStatsReport): SentLayer[] =>
  [...report.values()]
    .filter(({ type }) => type === 'outbound-rtp')
    .sort((one, other) => String(one.rid).localeCompare(String(other.rid)))
    .map(({ frameHeight, framesSent, bytesSent, retransmittedBytesSent }) => ({
      lines: Number(frameHeight ?? 0),
      frames: Number(framesSent ?? 0),
      // What was sent again, were it only to probe the bandwidth, is no part of the picture.
      bytes: Number(bytesSent ?? 0) - Number(retransmittedBytesSent ?? 0),
    }))
