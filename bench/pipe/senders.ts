import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import type { Producer, Router } from 'mediasoup/types'
import { opusPacket, senderReport, vp8Packet } from '../../scripts/stage/rtp-packets.ts'

const OPUS_INTERVAL_MS = 20
const VIDEO_INTERVAL_MS = 33
const PACKET_BYTES = 1_000
/** Packets of each simulcast layer at each tick: about 0.25, 0.5 and 1.5 Mbit/s. */
const PACKETS_OF_LAYER = [1, 2, 6] as const
/** Nobody asks for key frames here: one a second lets receivers change layers soon. */
const TICKS_BETWEEN_KEY_FRAMES = 30

const LOOPBACK = '127.0.0.1'

const codec = {
  audio: { mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, channels: 2 },
  video: { mimeType: 'video/VP8', payloadType: 101, clockRate: 90_000 },
}

/** People who speak and show a picture in three layers, as plain RTP over loopback, until they are stopped. */
export class Senders implements AsyncDisposable {
  readonly producers: readonly Producer[]
  readonly #stop: () => Promise<void>

  private constructor(producers: readonly Producer[], stop: () => Promise<void>) {
    this.producers = producers
    this.#stop = stop
  }

  /** Begins to send into `router`. */
  static async start(router: Router, people: number): Promise<Senders> {
    const transport = await router.createPlainTransport({
      listenInfo: { protocol: 'udp', ip: LOOPBACK },
      rtcpMux: true,
      comedia: true,
    })
    const socket = createSocket('udp4')
    const send = (packet: Buffer) => socket.send(packet, transport.tuple.localPort, LOOPBACK)
    const [producers, timers]: [Producer[], NodeJS.Timeout[]] = [[], []]
    for (let person = 1; person <= people; person += 1) {
      const [voice, picture] = [1_000 * person, [0, 1, 2].map((layer) => 1_000 * person + 10 + layer)]
      const audio = { codecs: [codec.audio], encodings: [{ ssrc: voice }], mid: `voice-${person}` }
      const encodings = picture.map((ssrc) => ({ ssrc, scalabilityMode: 'L1T1' }))
      const video = { codecs: [codec.video], encodings, mid: `picture-${person}` }
      producers.push(await transport.produce({ kind: 'audio', rtpParameters: audio }))
      producers.push(await transport.produce({ kind: 'video', rtpParameters: video }))
      timers.push(speak(voice, send), show(picture, send))
    }
    return new Senders(producers, async () => {
      for (const timer of timers) clearInterval(timer)
      await once(socket.close(), 'close')
    })
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#stop()
  }
}

/** Calls `send` with 1, 2, 3 … so often, and makes up for what a busy machine was late with: all routes carry the same. */
function every(intervalMs: number, send: (tick: number) => void): NodeJS.Timeout {
  const start = performance.now()
  let tick = 0
  return setInterval(() => {
    while (start + tick * intervalMs < performance.now()) send(++tick)
  }, intervalMs)
}

const speak = (ssrc: number, send: (packet: Buffer) => void): NodeJS.Timeout =>
  every(OPUS_INTERVAL_MS, (sequence) => {
    send(opusPacket({ payloadType: codec.audio.payloadType, ssrc, sequence, timestamp: sequence * 960 }))
  })

const show = (layers: readonly number[], send: (packet: Buffer) => void): NodeJS.Timeout =>
  every(VIDEO_INTERVAL_MS, (tick) => {
    const timestamp = tick * 90 * VIDEO_INTERVAL_MS
    const isKey = tick % TICKS_BETWEEN_KEY_FRAMES === 0
    for (const [layer, ssrc] of layers.entries()) {
      const count = PACKETS_OF_LAYER[layer] ?? 0
      if (isKey) send(senderReport(ssrc, timestamp, Date.now(), tick * count))
      for (let i = 0; i < count; i += 1) {
        const stamp = { payloadType: codec.video.payloadType, ssrc, sequence: tick * count + i, timestamp }
        send(vp8Packet(stamp, layer, isKey && i === 0, PACKET_BYTES))
      }
    }
  })
