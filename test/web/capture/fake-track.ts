/** As much of a track as devices need: it is on, off, or over. */
export class FakeTrack extends EventTarget implements MediaStreamTrack {
  readonly id: string
  readonly kind = 'audio'
  readonly label: string
  readonly muted = false
  readonly onended = null
  readonly onmute = null
  readonly onunmute = null
  contentHint = ''
  enabled = true
  readyState: MediaStreamTrackState = 'live'
  settings: MediaTrackSettings

  constructor(deviceId: string, settings: MediaTrackSettings = {}) {
    super()
    this.id = `${deviceId}-track`
    this.label = deviceId
    this.settings = { deviceId, ...settings }
  }

  getSettings(): MediaTrackSettings {
    return this.settings
  }
  getCapabilities(): MediaTrackCapabilities {
    return {}
  }
  getConstraints(): MediaTrackConstraints {
    return {}
  }
  applyConstraints(_constraints?: MediaTrackConstraints): Promise<void> {
    return Promise.resolve()
  }
  clone(): MediaStreamTrack {
    return new FakeTrack(this.label, this.settings)
  }
  stop(): void {
    this.readyState = 'ended'
  }

  /** The device is gone: unlike `stop`, that is told. */
  unplug(): void {
    this.readyState = 'ended'
    this.dispatchEvent(new Event('ended'))
  }
}
