// The floor's page: as little as a browser needs to be in a call. It shares with Essaim's page only what has to be
// alike in both, lest different pictures are compared: what is captured, and how it is encoded.
import { Device, type types } from 'mediasoup-client'
import { ROUTER_RTP_CAPABILITIES } from '../../../protocol/media/codecs.ts'
import { cameraConstraints, microphoneConstraints } from '../../../web/core/capture/devices/constraints.ts'
import { sendOptionsOf } from '../../../web/core/media/sending/encodings.ts'
import type { PageMessage } from './messages.ts'
import { type FloorConsumer, isServerMessage, type ServerMessage } from './server-messages.ts'

const socket = new WebSocket(`ws://${location.host}/`)
const opened = new Promise((resolve) => socket.addEventListener('open', resolve))
const captured = navigator.mediaDevices.getUserMedia({
  audio: microphoneConstraints(),
  video: cameraConstraints(),
})
const received = new Map<
  string,
  { readonly consuming: Promise<types.Consumer>; readonly element: HTMLMediaElement }
>()

/** mediasoup-client's types are wider than the protocol's schemas; the server reads with these. */
const send = (type: PageMessage['type'], message: object): void =>
  socket.send(JSON.stringify({ type, ...message }))

function readMessage(data: unknown): ServerMessage {
  const read: unknown = JSON.parse(String(data))
  if (!isServerMessage(read)) throw new Error('the floor’s server said something unknown')
  return read
}

function connectUnasked(transport: types.Transport): types.Transport {
  transport.on('connect', ({ dtlsParameters }, done) => {
    send('connect', { direction: transport.direction === 'send' ? 'send' : 'receive', dtlsParameters })
    done()
  })
  return transport
}

async function receive(transport: types.Transport, info: FloorConsumer): Promise<void> {
  const { id, producerId, kind, rtpParameters } = info
  const consuming = transport.consume({ id, producerId, kind, rtpParameters })
  const element = document.createElement(kind)
  received.set(id, { consuming, element })
  element.autoplay = true
  element.srcObject = new MediaStream([(await consuming).track])
  document.body.append(element)
}

/** Whoever goes may still be arriving: its consumer is waited for. */
async function drop(id: string): Promise<void> {
  const gone = received.get(id)
  received.delete(id)
  ;(await gone?.consuming)?.close()
  gone?.element.remove()
}

async function sendCaptured(transport: types.Transport, device: Device): Promise<void> {
  transport.on('produce', ({ kind, rtpParameters }, done) => {
    send('produce', { kind, rtpParameters })
    done({ id: crypto.randomUUID() })
  })
  const stream = await captured
  const produced = stream.getTracks().map((track) => {
    const source = track.kind === 'video' ? 'camera' : 'microphone'
    return transport.produce({ track, ...sendOptionsOf(source, track, device) })
  })
  await Promise.all(produced)
}

async function start(): Promise<void> {
  const device = await Device.factory()
  await device.load({ routerRtpCapabilities: ROUTER_RTP_CAPABILITIES })
  let receiving: types.Transport | undefined
  const take = async (message: ServerMessage): Promise<void> => {
    if (message.type === 'gone') return drop(message.consumer)
    if (message.type === 'consumer') {
      if (receiving) await receive(receiving, message.consumer)
      return
    }
    const transport = connectUnasked(device.createRecvTransport(message.receive))
    receiving = transport
    const sending = connectUnasked(device.createSendTransport(message.send))
    const arriving = message.consumers.map((consumer) => receive(transport, consumer))
    await Promise.all([...arriving, sendCaptured(sending, device)])
  }
  socket.addEventListener('message', ({ data }) => take(readMessage(data)).catch(reportError))
  await opened
  send('hello', { rtpCapabilities: device.recvRtpCapabilities })
}

start().catch(reportError)
