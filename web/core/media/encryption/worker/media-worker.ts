import { FrameDecrypter } from '../frame-decrypter.ts'
import { FrameEncrypter } from '../frame-encrypter.ts'
import { MediaKeys } from '../media-keys.ts'
import type { TransformOptions, WorkerMessage } from '../worker-messages.ts'

/** The media worker: all frames that the page sends and receives in an encrypted room go through here. */

type EncodedMediaFrame = RTCEncodedVideoFrame | RTCEncodedAudioFrame
type FrameStream = FrameEncrypter<EncodedMediaFrame> | FrameDecrypter<EncodedMediaFrame>

const streams = new Set<FrameStream>()
const report = (cause: unknown): void => console.warn('media worker:', cause)
const keys = new MediaKeys({
  changed: () => {
    for (const stream of streams) stream.wake()
  },
  failed: report,
})

addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => {
  switch (data.is) {
    case 'begin':
      return keys.begin(data.material)
    case 'introduce':
      return keys.introduce(data.peer, data.stay)
    case 'enter-epoch':
      return keys.enter(data.epoch, data.secret)
    case 'change-link':
      return keys.changeLink(data.base)
    case 'use-keys':
      return keys.use(data.mode, data.acceptsLink)
    default:
      data satisfies never
  }
})

addEventListener('rtctransform', ({ transformer }) => {
  const stream = streamOf(transformer)
  streams.add(stream)
  read(transformer.readable, stream)
    .catch(report)
    .finally(() => {
      streams.delete(stream)
      stream.close()
    })
})

function streamOf(transformer: RTCRtpScriptTransformer): FrameStream {
  const options: TransformOptions = transformer.options
  const writer = transformer.writable.getWriter()
  const host = {
    forward: (frame: EncodedMediaFrame): void => {
      writer.write(frame).catch(report)
    },
    failed: report,
  }
  if (options.does === 'encrypt')
    return new FrameEncrypter(options.kind, () => keys.own(options.source), host, options.constantSize)
  return new FrameDecrypter(options.kind, () => keys.of(options.peer, options.source), {
    ...host,
    askForKeyFrame: () => {
      transformer.sendKeyFrameRequest().catch(report)
    },
  })
}

/** Gives a stream all frames, until there are no more. */
async function read(frames: ReadableStream<EncodedMediaFrame>, stream: FrameStream): Promise<void> {
  const reader = frames.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) stream.push(next.value)
}
