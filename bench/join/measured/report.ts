import * as v from 'valibot'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** What happened in a page, in milliseconds since its navigation began (W3C hr-time: performance.timeOrigin). */
const Marks = v.object({
  /** The press of the button that joins, where there was one. */
  click: v.optional(v.number()),
  htmlLoaded: v.optional(v.number()),
  /** The last script that was loaded before the picture came. */
  scriptsLoaded: v.optional(v.number()),
  captureAsked: v.optional(v.number()),
  captureGiven: v.optional(v.number()),
  socketDialled: v.optional(v.number()),
  socketOpen: v.optional(v.number()),
  firstSent: v.optional(v.number()),
  firstReceived: v.optional(v.number()),
  /** The connection that receives has its offer, and then its answer: from here on ICE and DTLS run. */
  receiveOffered: v.optional(v.number()),
  receiveAnswered: v.optional(v.number()),
  iceConnected: v.optional(v.number()),
  receiveConnected: v.optional(v.number()),
  sendOffered: v.optional(v.number()),
  sendConnected: v.optional(v.number()),
  pictureShown: v.optional(v.number()),
  firstFrame: v.number(),
})
export type MarkName = keyof v.InferOutput<typeof Marks>

/** What one page tells of its own way into a room, once the first picture of somebody else was presented. */
export const Report = v.object({
  marks: Marks,
  /** Until the answer of the connection that receives was set: the socket's opening, and each wait for a message. */
  roundTrips: count,
  /** Bytes as they came through the network, headers of HTTP included, until the first frame. */
  loadedBytes: count,
  /** Bytes of JavaScript, unpacked: what had to be read and run. */
  scriptBytes: count,
  requests: count,
  socketBytesSent: count,
  socketBytesReceived: count,
})
export type Report = v.InferOutput<typeof Report>
