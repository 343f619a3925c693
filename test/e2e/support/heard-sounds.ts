import type { Person } from './person.ts'

declare global {
  interface Window {
    /** The tones that went to a loudspeaker, in hertz, with the loudest sample of what was played. */
    heard: { tones: number[]; peak: number; sink: string; lastAt: number }
  }
}

/** Runs in the page before anything of ours; sent as text: listens to all that Web Audio plays. */
export function listenToSounds(): void {
  window.heard = { tones: [], peak: 0, sink: '', lastAt: 0 }
  const { connect } = AudioNode.prototype
  const start = OscillatorNode.prototype.start
  const connected = new WeakSet<BaseAudioContext>()
  const measure = (context: BaseAudioContext, from: AudioNode): void => {
    const ear = context.createAnalyser()
    Reflect.apply(connect, from, [ear])
    const samples = new Float32Array(ear.fftSize)
    const timer = setInterval(() => {
      if (context.state === 'closed') return clearInterval(timer)
      ear.getFloatTimeDomainData(samples)
      window.heard.peak = Math.max(window.heard.peak, ...samples.map(Math.abs))
    }, 10)
  }
  Object.assign(AudioNode.prototype, {
    connect(this: AudioNode, ...args: unknown[]) {
      if (args[0] instanceof AudioDestinationNode) {
        connected.add(this.context)
        measure(this.context, this)
      }
      return Reflect.apply(connect, this, args)
    },
  })
  OscillatorNode.prototype.start = function (when) {
    // Tests have microphones of oscillators, too: those go to no loudspeaker.
    if (connected.has(this.context)) {
      window.heard.tones.push(Math.round(this.frequency.value))
      window.heard.lastAt = performance.now()
      window.heard.sink = String(Reflect.get(this.context, 'sinkId'))
    }
    return start.call(this, when)
  }
}

export const heardBy = ({ page }: Person): Promise<{ tones: number[]; peak: number; sink: string }> =>
  page.evaluate(() => window.heard)

/** Resolves when the next sound is far enough from the last one. */
export async function quietFor({ page }: Person, ms: number): Promise<void> {
  await page.waitForFunction((gap) => performance.now() - window.heard.lastAt > gap, ms)
}
