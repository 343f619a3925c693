import { createWorker } from 'mediasoup'
import type { DirectTransport, PipeTransport, Producer, Router } from 'mediasoup/types'
import { onTestFinished } from 'vitest'
import type { PipeId, ProducerId } from '../../../protocol/ids.ts'
import { ROUTER_MEDIA_CODECS } from '../../../protocol/media/codecs.ts'
import type { NodeOp, NodeOutcome } from '../../../protocol/node-edge/requests.ts'
import { keyFramesAsked, opusPacket, senderReport, vp8Packet } from '../../../scripts/stage/rtp-packets.ts'
import { pipeConsumed } from '../../../sfu-node/media/outcomes.ts'
import * as ask from './asks.ts'

export type Run = (...ops: NodeOp[]) => Promise<NodeOutcome[]>

const FRAME_MS = 20
const OPUS_SSRC = 1_000
const VP8_SSRCS = [2_000, 2_001, 2_002] as const

/** What this machine sends, as mediasoup takes it from a program. */
const OPUS = {
  codecs: [{ mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, channels: 2 }],
  encodings: [{ ssrc: OPUS_SSRC }],
}
const VP8 = {
  codecs: [
    {
      mimeType: 'video/VP8',
      payloadType: 101,
      clockRate: 90_000,
      rtcpFeedback: [{ type: 'nack' }, { type: 'nack', parameter: 'pli' }, { type: 'ccm', parameter: 'fir' }],
    },
  ],
  encodings: VP8_SSRCS.map((ssrc) => ({ ssrc, scalabilityMode: 'L1T1' })),
}

/**
 * The bare end of a pipe, with somebody behind it who speaks and shows a picture in three layers: real packets. Key
 * frames are sent to those who ask for one, and to nobody else.
 */
export class FarNode {
  readonly #router: Router
  readonly #source: DirectTransport
  readonly #pipes = new Map<PipeId, PipeTransport>()

  private constructor(router: Router, source: DirectTransport) {
    this.#router = router
    this.#source = source
  }

  static async open(): Promise<FarNode> {
    const worker = await createWorker({ logLevel: 'error' })
    onTestFinished(() => worker.close())
    const router = await worker.createRouter({ mediaCodecs: ROUTER_MEDIA_CODECS.map((it) => ({ ...it })) })
    return new FarNode(router, await router.createDirectTransport())
  }

  /** Joins this end to a node's. */
  async pipeTo(run: Run): Promise<PipeId> {
    const pipe = ask.newPipe()
    const transport = await this.#router.createPipeTransport({
      listenInfo: { protocol: 'udp', ip: '127.0.0.1' },
      enableSrtp: true,
      enableRtx: true,
    })
    this.#pipes.set(pipe, transport)
    const { tuple, srtpParameters } = transport
    if (!srtpParameters) throw new Error('no SRTP')
    const address = { ip: tuple.localAddress, port: tuple.localPort }
    const [opened, connected] = await run(
      { op: 'open-pipe', pipe },
      { op: 'connect-pipe', pipe, address, srtpParameters },
    )
    const theirs = ask.the('pipe-opened', opened)
    ask.the('done', connected)
    await transport.connect({ ...theirs.address, srtpParameters: theirs.srtpParameters })
    return pipe
  }

  /** Begins to speak, and sends it through; answers with the id it has at the node, and the means to fall silent. */
  async speak(run: Run, pipe: PipeId) {
    const producer = await this.#source.produce({ kind: 'audio', rtpParameters: OPUS })
    this.#every(producer, (sequence) => {
      producer.send(opusPacket({ payloadType: 100, ssrc: OPUS_SSRC, sequence, timestamp: sequence * 960 }))
    })
    return { id: await this.#sendThrough(run, pipe, producer), producer }
  }

  /** The same with a picture in three layers. `asked` are the layers that a key frame was asked of so far. */
  async show(run: Run, pipe: PipeId) {
    const producer = await this.#source.produce({ kind: 'video', rtpParameters: VP8 })
    const asked: number[] = []
    const due = new Set<number>()
    this.#source.on('rtcp', (rtcp) => {
      for (const ssrc of keyFramesAsked(rtcp)) {
        due.add(ssrc)
        asked.push(ssrc - VP8_SSRCS[0])
      }
    })
    this.#every(producer, (sequence) => {
      for (const [layer, ssrc] of VP8_SSRCS.entries()) {
        const timestamp = sequence * 90 * FRAME_MS
        if (sequence % 25 === 0) this.#source.sendRtcp(senderReport(ssrc, timestamp, Date.now(), sequence))
        producer.send(vp8Packet({ payloadType: 101, ssrc, sequence, timestamp }, layer, due.delete(ssrc)))
      }
    })
    return { id: await this.#sendThrough(run, pipe, producer), producer, asked }
  }

  async #sendThrough(run: Run, pipe: PipeId, from: Producer): Promise<ProducerId> {
    const consumer = await this.#pipes.get(pipe)?.consume({ producerId: from.id })
    if (!consumer) throw new Error('no such pipe')
    const { outcome: _, ...stream } = ask.the(
      'pipe-consumed',
      pipeConsumed(pipe, ask.newProducer(), consumer),
    )
    const [received] = await run({ op: 'pipe-produce', ...stream })
    ask.the('done', received)
    return stream.producer
  }

  #every(producer: Producer, send: (sequence: number) => void): void {
    let sequence = 0
    const timer = setInterval(() => send(++sequence), FRAME_MS)
    producer.observer.once('close', () => clearInterval(timer))
  }
}
