/** How often it is looked whether a tone is heard. */
export const BLOCK_MS = 20

/** In so many blocks in a row a tone is heard. */
export const SURE_BLOCKS = 3

/**
 * An AudioWorkletProcessor as text: says of every block of sound which of the tones are in it, by the Goertzel algorithm.
 * In the worklet's own language, for which there are no types here.
 */
export const TONE_DETECTOR = `
const AUDIBLE = 0.02
registerProcessor('tone-detector', class extends AudioWorkletProcessor {
  constructor({ processorOptions }) {
    super()
    this.tones = processorOptions.tones
    this.length = Math.round((sampleRate * ${BLOCK_MS}) / 1000)
    this.begin()
  }
  begin() {
    this.filled = 0
    this.past = this.tones.map(() => [0, 0])
  }
  process([[channel]]) {
    const samples = channel ?? new Float32Array(128)
    for (const sample of samples) {
      this.tones.forEach((tone, index) => {
        const [before, earlier] = this.past[index]
        const next = sample + 2 * Math.cos((2 * Math.PI * tone) / sampleRate) * before - earlier
        this.past[index] = [next, before]
      })
      this.filled += 1
      if (this.filled === this.length) this.tell()
    }
    return true
  }
  tell() {
    this.port.postMessage(this.tones.map((tone, index) => {
      const [one, other] = this.past[index]
      const power = one * one + other * other - 2 * Math.cos((2 * Math.PI * tone) / sampleRate) * one * other
      return (2 * Math.sqrt(Math.max(0, power))) / this.length > AUDIBLE
    }))
    this.begin()
  }
})`
