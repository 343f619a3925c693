/** How often it is looked whether a tone is heard. */
export const BLOCK_MS = 20

/** In so many blocks in a row a tone is heard. */
export const SURE_BLOCKS = 3

/** As many tracks one page listens to in a run: those of a session, of the one after it, and of the pipes between them. */
export const MOST_TRACKS = 24

/**
 * An AudioWorkletProcessor as text: says of every block of sound which of the tones are in any of its inputs, by the Goertzel
 * algorithm. Each input by itself: while people move, a voice comes twice, and two of the same tone may cancel each other out.
 * In the worklet's own language, for which there are no types here.
 */
export const TONE_DETECTOR = `
const AUDIBLE = 0.02
registerProcessor('tone-detector', class extends AudioWorkletProcessor {
  constructor({ processorOptions, numberOfInputs }) {
    super()
    this.length = Math.round((sampleRate * ${BLOCK_MS}) / 1000)
    this.factors = processorOptions.tones.map((tone) => 2 * Math.cos((2 * Math.PI * tone) / sampleRate))
    this.inputs = Array.from({ length: numberOfInputs }, () => ({
      before: new Float64Array(this.factors.length),
      earlier: new Float64Array(this.factors.length),
    }))
    this.filled = 0
  }
  process(inputs) {
    // As many at a time as belong to one block: it may end in the middle of what is given.
    for (let begin = 0; begin < 128; ) {
      const end = Math.min(128, begin + this.length - this.filled)
      inputs.forEach(([channel], index) => {
        if (channel) this.follow(this.inputs[index], channel, begin, end)
      })
      this.filled += end - begin
      if (this.filled === this.length) this.tell()
      begin = end
    }
    return true
  }
  follow({ before, earlier }, channel, begin, end) {
    for (let tone = 0; tone < this.factors.length; tone += 1) {
      const factor = this.factors[tone]
      let [one, other] = [before[tone], earlier[tone]]
      for (let at = begin; at < end; at += 1) {
        const next = channel[at] + factor * one - other
        other = one
        one = next
      }
      before[tone] = one
      earlier[tone] = other
    }
  }
  tell() {
    this.port.postMessage(this.factors.map((factor, tone) => this.inputs.some(({ before, earlier }) => {
      const [one, other] = [before[tone], earlier[tone]]
      const power = one * one + other * other - factor * one * other
      return (2 * Math.sqrt(Math.max(0, power))) / this.length > AUDIBLE
    })))
    for (const { before, earlier } of this.inputs) {
      before.fill(0)
      earlier.fill(0)
    }
    this.filled = 0
  }
})`
