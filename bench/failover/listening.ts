/** What a page of the benchmark can say of what it hears. */
interface Listening {
  /** Forgets what was heard so far. */
  begin(): void
  /** Of each tone, the longest silence since `begin`, in milliseconds; one that still lasts counts. */
  longestSilences(): number[]
  /** How much sound was computed since `begin`, as a share of the time that passed. */
  pace(): number
  /** Of each tone, when it was first heard since `begin` (ms since the epoch); null where it was not. */
  firstHeard(): (number | null)[]
}

declare global {
  interface Window {
    listening: Listening
  }
}

interface ListeningOptions {
  /** In hertz, one a person: a multiple of 50, so that each is whole in a block of 20 ms. */
  readonly tones: readonly number[]
  readonly own: number
  readonly detector: string
  readonly blockMs: number
  readonly mostTracks: number
  /** In so many blocks in a row a tone has to be found to be heard: one may be the click with which another begins or ends. */
  readonly sureBlocks: number
}

/** Runs in the page before anything of ours, as text: its microphone gives a tone, and it is known which it hears. */
export function listenForTones(options: ListeningOptions): void {
  const { tones, own, detector, blockMs, mostTracks, sureBlocks } = options
  let begun = { sound: 0, at: 0 }
  /** Of each tone, in how many blocks in a row it was found. */
  let inARow = tones.map(() => 0)
  let silent = tones.map(() => 0)
  let longest = tones.map(() => 0)
  let first: (number | null)[] = tones.map(() => null)
  const context = new AudioContext({ sampleRate: 48_000 })
  const url = URL.createObjectURL(new Blob([detector], { type: 'text/javascript' }))
  const detecting = context.audioWorklet.addModule(url).then(() => {
    const node = new AudioWorkletNode(context, 'tone-detector', {
      numberOfInputs: mostTracks,
      processorOptions: { tones },
    })
    node.port.onmessage = ({ data }: MessageEvent<boolean[]>) => {
      const now = Date.now()
      const found = inARow.map((blocks, index) => (data[index] ? blocks + 1 : 0))
      const isHeard = found.map((blocks) => blocks >= sureBlocks)
      silent = silent.map((ms, index) => {
        if (isHeard[index]) return 0
        // Whether it is silence while a tone seems to be back is known a moment later.
        const before = inARow[index] ?? 0
        return data[index] ? ms : ms + blockMs * (before < sureBlocks ? before + 1 : 1)
      })
      inARow = found
      longest = longest.map((ms, index) => Math.max(ms, silent[index] ?? 0))
      first = first.map((at, index) => at ?? (isHeard[index] ? now : null))
    }
    // Played at no volume: what nobody plays is not computed.
    node.connect(new GainNode(context, { gain: 0 })).connect(context.destination)
    return node
  })

  let tracks = 0
  const Native = window.RTCPeerConnection
  window.RTCPeerConnection = class extends Native {
    constructor(configuration?: RTCConfiguration) {
      super(configuration)
      this.addEventListener('track', ({ track }) => {
        if (track.kind !== 'audio') return
        const source = new MediaStreamAudioSourceNode(context, { mediaStream: new MediaStream([track]) })
        const input = tracks
        tracks += 1
        void detecting.then((node) => source.connect(node, 0, input))
      })
    }
  }

  const { mediaDevices } = navigator
  mediaDevices.getUserMedia = () => {
    const microphone = context.createMediaStreamDestination()
    const tone = new OscillatorNode(context, { frequency: own })
    tone.connect(new GainNode(context, { gain: 0.4 })).connect(microphone)
    tone.start()
    return Promise.resolve(microphone.stream)
  }

  window.listening = {
    begin: () => {
      begun = { sound: context.currentTime, at: performance.now() }
      silent = tones.map(() => 0)
      longest = tones.map(() => 0)
      first = tones.map(() => null)
    },
    longestSilences: () => longest,
    pace: () => ((context.currentTime - begun.sound) * 1_000) / (performance.now() - begun.at),
    firstHeard: () => first,
  }
}
