/** What a decoder made of what somebody tapped. */
interface Decoded {
  readonly count: number
  /** Which part of the pictures has that colour, or of the sound is that tone: 0 to 1. */
  readonly likeness: number
}

/**
 * Runs in a page: decodes VP8 pictures, and says how much of all of them, from the first whole one on, has the colour of Chromium's
 * fake camera. Of one alone it says little: what is no picture may come out as green, but then a decoder gives up soon.
 */
export async function decodePictures(pictures: readonly string[]): Promise<Decoded> {
  const bytesOf = (text: string) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
  const isWhole = (data: Uint8Array) => ((data[0] ?? 1) & 1) === 0
  const decoded: number[] = []
  const greenOf = (frame: VideoFrame): number => {
    const context = new OffscreenCanvas(32, 32).getContext('2d')
    context?.drawImage(frame, 0, 0, 32, 32)
    frame.close()
    const { data } = context?.getImageData(0, 0, 32, 32) ?? { data: [] }
    let green = 0
    for (let at = 0; at < data.length; at += 4) {
      const [red = 0, grass = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]]
      if (grass > red + 40 && grass > blue + 40) green += 1
    }
    return green / 1_024
  }
  const all = pictures.map(bytesOf)
  const tried = all.slice(Math.max(0, all.findIndex(isWhole)))
  const decoder = new VideoDecoder({ output: (frame) => decoded.push(greenOf(frame)), error: () => {} })
  decoder.configure({ codec: 'vp8' })
  for (const [at, data] of tried.entries()) {
    if (decoder.state !== 'configured') break
    try {
      const type = isWhole(data) ? 'key' : 'delta'
      decoder.decode(new EncodedVideoChunk({ type, timestamp: at * 100_000, data }))
    } catch {
      // What is no picture ends a decoder.
    }
  }
  await decoder.flush().catch(() => {})
  const likeness = decoded.reduce((sum, green) => sum + green, 0) / tried.length
  return { count: decoded.length, likeness }
}

/**
 * Runs in a page: decodes Opus, and says how much of a packet is a tone, on average. Each counts alike, also one that does not decode:
 * else a single loud packet of what is no sound would decide.
 */
export async function decodeSounds({
  packets,
  hertz,
}: {
  readonly packets: readonly string[]
  readonly hertz: number
}): Promise<Decoded> {
  const bytesOf = (text: string) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
  const RATE = 48_000
  const toneIn = (samples: Float32Array): number => {
    let [sine, cosine, energy] = [0, 0, 0]
    for (const [at, sample] of samples.entries()) {
      const angle = (2 * Math.PI * hertz * at) / RATE
      sine += sample * Math.sin(angle)
      cosine += sample * Math.cos(angle)
      energy += sample * sample
    }
    return energy === 0 ? 0 : (2 * (sine ** 2 + cosine ** 2)) / (samples.length * energy)
  }
  const tones: number[] = []
  const decoder = new AudioDecoder({
    output: (sound) => {
      const samples = new Float32Array(sound.numberOfFrames)
      sound.copyTo(samples, { planeIndex: 0, format: 'f32-planar' })
      sound.close()
      tones.push(toneIn(samples))
    },
    error: () => {},
  })
  decoder.configure({ codec: 'opus', sampleRate: RATE, numberOfChannels: 1 })
  for (const [at, data] of packets.map(bytesOf).entries()) {
    if (decoder.state !== 'configured') break
    decoder.decode(new EncodedAudioChunk({ type: 'key', timestamp: at * 20_000, data }))
  }
  await decoder.flush().catch(() => {})
  const sum = tones.reduce((total, tone) => total + tone, 0)
  return { count: tones.length, likeness: sum / packets.length }
}
