/**
 * Runs in the page before anything of ours: makes of Chromium's fake cameras those of a telephone, the first on its
 * front and the last on its back. They tell which way they face, are asked for by it, and only one may be open at a
 * time; the picture of the back camera is less wide. One function, for it is sent as text.
 */
export function giveTelephoneCameras(): void {
  const FACING: Record<string, string> = { fake_device_0: 'user', fake_device_2: 'environment' }
  const devices = navigator.mediaDevices
  const getUserMedia = devices.getUserMedia.bind(devices)
  const enumerateDevices = devices.enumerateDevices.bind(devices)
  const { getSettings } = MediaStreamTrack.prototype
  const { getCapabilities } = InputDeviceInfo.prototype
  const open = new Set<MediaStreamTrack>()

  MediaStreamTrack.prototype.getSettings = function () {
    const facingMode = FACING[this.label]
    return { ...getSettings.call(this), ...(facingMode !== undefined && { facingMode }) }
  }
  InputDeviceInfo.prototype.getCapabilities = function () {
    const facingMode = FACING[this.label]
    return { ...getCapabilities.call(this), ...(facingMode !== undefined && { facingMode: [facingMode] }) }
  }
  devices.enumerateDevices = async () =>
    (await enumerateDevices()).filter(
      ({ kind, deviceId, label }) => kind !== 'videoinput' || deviceId === '' || label in FACING,
    )
  const wished = (wish: ConstrainDOMString | undefined): unknown =>
    typeof wish === 'object' && !Array.isArray(wish) ? (wish.exact ?? wish.ideal) : wish

  devices.getUserMedia = async (constraints) => {
    const video = constraints?.video
    if (!video || video === true) return getUserMedia(constraints)
    if ([...open].some(({ readyState }) => readyState === 'live'))
      throw new DOMException('another camera is open', 'NotReadableError')
    const cameras = (await devices.enumerateDevices()).filter(({ kind }) => kind === 'videoinput')
    const facing = wished(video.facingMode)
    const camera =
      facing === undefined
        ? cameras.find(({ deviceId }) => deviceId !== '' && deviceId === wished(video.deviceId))
        : cameras.find(({ label }) => FACING[label] === facing)
    if (facing !== undefined && !camera) throw new OverconstrainedError('facingMode')
    const back = camera !== undefined && FACING[camera.label] === 'environment'
    const { facingMode: _, ...rest } = video
    const stream = await getUserMedia({
      ...constraints,
      video: {
        ...rest,
        ...(camera && { deviceId: { exact: camera.deviceId } }),
        ...(back && { width: { exact: 480 }, height: { exact: 360 } }),
      },
    })
    for (const track of stream.getVideoTracks()) open.add(track)
    return stream
  }
}
