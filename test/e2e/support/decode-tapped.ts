/** What a decoder made of what somebody tapped. */
interface Decoded {
  readonly count: number
  /** How much the last picture is like what the page shows, -1 to 1; or which part of the sound is that tone, 0 to 1. */
  readonly likeness: number
}

/**
 * Runs in a page: decodes VP8 pictures, and says how much the last one is like what the page shows of Chromium's fake camera, which is
 * the same for everybody: the correlation of their brightness. Its colour says nothing: what is no picture is as green.
 */
export async function decodePictures(pictures: readonly string[]): Promise<Decoded> {
  const bytesOf = (text: string) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
  const SIDE = 32
  const brightnessOf = (picture: CanvasImageSource): number[] => {
    const context = new OffscreenCanvas(SIDE, SIDE).getContext('2d')
    context?.drawImage(picture, 0, 0, SIDE, SIDE)
    const { data } = context?.getImageData(0, 0, SIDE, SIDE) ?? { data: new Uint8ClampedArray() }
    const sumAt = (at: number) => (data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)
    const sums = Array.from({ length: SIDE * SIDE }, (_, pixel) => sumAt(4 * pixel))
    const mean = sums.reduce((sum, each) => sum + each, 0) / sums.length
    return sums.map((each) => each - mean)
  }
  const product = (one: readonly number[], other: readonly number[]): number =>
    one.reduce((sum, each, at) => sum + each * (other[at] ?? 0), 0)
  const likenessOf = (one: readonly number[], other: readonly number[]): number =>
    product(one, other) / Math.sqrt(product(one, one) * product(other, other) || 1)
  const shown = [...document.querySelectorAll('video')].find(({ videoWidth }) => videoWidth > 0)
  if (shown === undefined) throw new Error('the page shows no picture')
  const decoded: number[][] = []
  const decoder = new VideoDecoder({
    output: (frame) => {
      decoded.push(brightnessOf(frame))
      frame.close()
    },
    error: () => {},
  })
  decoder.configure({ codec: 'vp8' })
  let timestamp = 0
  for (const data of pictures.map(bytesOf)) {
    const type = ((data[0] ?? 1) & 1) === 0 ? 'key' : 'delta'
    timestamp += 100_000
    if ((timestamp === 100_000 && type === 'delta') || decoder.state !== 'configured') continue
    try {
      decoder.decode(new EncodedVideoChunk({ type, timestamp, data }))
    } catch {
      // What is no picture ends a decoder.
    }
  }
  await decoder.flush().catch(() => {})
  const last = decoded.at(-1)
  return { count: decoded.length, likeness: last ? likenessOf(last, brightnessOf(shown)) : 0 }
}

/** Runs in a page: decodes Opus, and says which part of it is a tone. */
export async function decodeSounds({
  packets,
  hertz,
}: {
  readonly packets: readonly string[]
  readonly hertz: number
}): Promise<Decoded> {
  const bytesOf = (text: string) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
  const RATE = 48_000
  let [sine, cosine, energy, count] = [0, 0, 0, 0]
  const decoder = new AudioDecoder({
    output: (sound) => {
      const samples = new Float32Array(sound.numberOfFrames)
      sound.copyTo(samples, { planeIndex: 0, format: 'f32-planar' })
      sound.close()
      for (const sample of samples) {
        const angle = (2 * Math.PI * hertz * count) / RATE
        sine += sample * Math.sin(angle)
        cosine += sample * Math.cos(angle)
        energy += sample * sample
        count += 1
      }
    },
    error: () => {},
  })
  decoder.configure({ codec: 'opus', sampleRate: RATE, numberOfChannels: 1 })
  let timestamp = 0
  for (const data of packets.map(bytesOf)) {
    if (decoder.state !== 'configured') break
    timestamp += 20_000
    decoder.decode(new EncodedAudioChunk({ type: 'key', timestamp, data }))
  }
  await decoder.flush().catch(() => {})
  return { count, likeness: energy === 0 ? 0 : (2 * (sine ** 2 + cosine ** 2)) / (count * energy) }
}
