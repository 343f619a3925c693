/** Run in a page before its own scripts: its microphone gives a tone without pauses, where Chromium's fake one beeps. */
export function speakSteadily(): void {
  const { mediaDevices } = navigator
  const real = mediaDevices.getUserMedia.bind(mediaDevices)
  mediaDevices.getUserMedia = async (constraints) => {
    if (!constraints?.audio) return real(constraints)
    const context = new AudioContext()
    const tone = new OscillatorNode(context, { frequency: 300 })
    const microphone = context.createMediaStreamDestination()
    tone.connect(new GainNode(context, { gain: 0.5 })).connect(microphone)
    tone.start()
    const picture = constraints.video ? (await real({ video: constraints.video })).getVideoTracks() : []
    return new MediaStream([...microphone.stream.getAudioTracks(), ...picture])
  }
}
