declare global {
  interface Window {
    /** Shows the hidden microphone, as if it were plugged in now; returns its id. */
    plugIn(): Promise<string>
    unplug(): void
    /** The device is gone: out of the list, and its tracks over. */
    vanish(deviceId: string): void
  }
}

/**
 * Runs in the page before anything of ours: hides the last fake microphone until a test plugs it in, which no browser
 * does for fake devices. One function, for it is sent as text.
 */
export function hideDevices(): void {
  const HIDDEN = 'Fake Audio Input 2'
  let hidden = true
  const native = navigator.mediaDevices.enumerateDevices.bind(navigator.mediaDevices)
  navigator.mediaDevices.enumerateDevices = async () =>
    (await native()).filter(({ kind, label }) => !(hidden && kind === 'audioinput' && label === HIDDEN))
  const show = (shown: boolean): void => {
    hidden = !shown
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'))
  }
  window.unplug = () => show(false)
  window.plugIn = async () => {
    const device = (await native()).find(({ kind, label }) => kind === 'audioinput' && label === HIDDEN)
    if (!device) throw new Error(`there is no ${HIDDEN}`)
    show(true)
    return device.deviceId
  }
}

/** Runs in the page before anything of ours: a test may have devices vanish. One function, for it is sent as text. */
export function vanishingDevices(): void {
  const { mediaDevices } = navigator
  const gone = new Set<string>()
  const given: MediaStreamTrack[] = []
  const list = mediaDevices.enumerateDevices.bind(mediaDevices)
  const ask = mediaDevices.getUserMedia.bind(mediaDevices)
  mediaDevices.enumerateDevices = async () => (await list()).filter(({ deviceId }) => !gone.has(deviceId))
  mediaDevices.getUserMedia = async (wishes) => {
    const stream = await ask(wishes)
    given.push(...stream.getTracks())
    return stream
  }
  window.vanish = (deviceId) => {
    gone.add(deviceId)
    for (const track of given.filter((each) => each.getSettings().deviceId === deviceId)) {
      track.stop()
      track.dispatchEvent(new Event('ended'))
    }
    mediaDevices.dispatchEvent(new Event('devicechange'))
  }
}
