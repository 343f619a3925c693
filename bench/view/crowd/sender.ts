import type { types } from 'mediasoup-client'
import * as v from 'valibot'
import { newProducerId } from '../../../protocol/ids.ts'
import { RtpParameters } from '../../../protocol/media/rtp.ts'
import type { MediaSession } from '../../../protocol/media/session.ts'
import { DisplayName } from '../../../protocol/names/display-name.ts'
import { readWith } from '../../../protocol/reading.ts'
import type { CallDevice } from '../../../web/core/media/mediasoup-client/device.ts'
import { sendOptionsOf } from '../../../web/core/media/sending/encodings.ts'
import { SignalConnection } from '../../../web/core/signalling/signal-connection.ts'

/** Whoever never comes back has nothing to remember. */
const NO_MEMORY = { read: () => null, write: () => {}, forget: () => {} }

/** More than all layers together: what a busy machine makes of the estimate of the bandwidth is to hold none of them back. */
const ESTIMATE_KBPS = 2_500

/** Somebody who sends a camera and looks at nobody: what the others send is left at the node, by a way that never connects. */
export class Sender {
  readonly #producer: types.Producer

  private constructor(producer: types.Producer) {
    this.#producer = producer
  }

  /** Joins and sends. Rejects where the edge or the node does not take it. */
  static async arrive(
    url: string,
    name: string,
    device: CallDevice,
    track: MediaStreamTrack,
  ): Promise<Sender> {
    const { connection, media } = await join(url, name, device)
    const transport = openSendTransport(connection, media, device)
    const { codecOptions, ...options } = sendOptionsOf('camera', track, device.device)
    const estimate = { videoGoogleStartBitrate: ESTIMATE_KBPS, videoGoogleMinBitrate: ESTIMATE_KBPS }
    return new Sender(
      await transport.produce({ track, ...options, codecOptions: { ...codecOptions, ...estimate } }),
    )
  }

  /** What the browser reports of the camera (W3C webrtc-stats). */
  report(): Promise<RTCStatsReport> {
    return this.#producer.getStats()
  }
}

interface Joined {
  readonly connection: SignalConnection
  readonly media: MediaSession
}

function join(url: string, name: string, { rtpCapabilities }: CallDevice): Promise<Joined> {
  const { promise, resolve, reject } = Promise.withResolvers<Joined>()
  const fail = (what: string) => (): void => reject(new Error(`${name} ${what}`))
  const connection: SignalConnection = new SignalConnection({
    url,
    joinParams: async () => ({ name: readWith(DisplayName, name), rtpCapabilities }),
    memory: NO_MEMORY,
    listener: {
      welcomed: ({ media }) => (media ? resolve({ connection, media }) : fail('found no node')()),
      // Who else comes and goes is nothing to somebody who looks at nobody.
      happened: () => {},
      waiting: fail('has to wait in the lobby'),
      cut: fail('was cut off'),
      resumed: () => {},
      refused: reject,
    },
  })
  return promise
}

function openSendTransport(
  connection: SignalConnection,
  { send, generation }: MediaSession,
  { device }: CallDevice,
): types.Transport {
  const transport = device.createSendTransport(send)
  transport.on('connect', ({ dtlsParameters }, done, fail) => {
    connection
      .request('connect-transport', { generation, direction: 'send', dtlsParameters })
      .then(done)
      .catch(fail)
  })
  transport.on('produce', ({ rtpParameters }, done, fail) => {
    const producer = newProducerId()
    connection
      .request('produce', {
        generation,
        producer,
        source: 'camera',
        rtpParameters: v.parse(RtpParameters, rtpParameters),
        paused: false,
      })
      .then(() => done({ id: producer }))
      .catch(fail)
  })
  return transport
}
