import { Mic, MicOff, Video, VideoOff } from 'lucide'
import type { JSX } from 'preact'
import type { LocalMedia } from '../../capture/local-media.ts'
import { useWords } from '../page-context.ts'
import { Icon } from './icon.tsx'

interface ToggleProps {
  readonly localMedia: LocalMedia
}

/** On means that others get something: a device that was asked for but does not work counts as off. */
const isOn = (state: { readonly wanted: boolean; readonly problem: unknown }): boolean =>
  state.wanted && state.problem === null

export function toggleMicrophone(localMedia: LocalMedia): void {
  localMedia.setMicrophone(!isOn(localMedia.microphone.peek())).catch(reportError)
}

export function toggleCamera(localMedia: LocalMedia): void {
  localMedia.setCamera(!isOn(localMedia.camera.peek())).catch(reportError)
}

/** Says what a press does; the icon and the colour say how things stand. */
export function MicrophoneButton({ localMedia }: ToggleProps): JSX.Element {
  const { room } = useWords()
  const state = localMedia.microphone.value
  const on = isOn(state)
  const label = on ? room.mute : room.unmute
  return (
    <button
      type="button"
      class="tool"
      data-action="microphone"
      data-on={on}
      aria-keyshortcuts={room.microphoneKey}
      aria-busy={state.pending}
      title={`${label} (${room.microphoneKey})`}
      onClick={() => toggleMicrophone(localMedia)}
    >
      <Icon node={on ? Mic : MicOff} />
      <span class="tool-label">{label}</span>
    </button>
  )
}

export function CameraButton({ localMedia }: ToggleProps): JSX.Element {
  const { room } = useWords()
  const state = localMedia.camera.value
  const on = isOn(state)
  const label = on ? room.stopCamera : room.startCamera
  return (
    <button
      type="button"
      class="tool"
      data-action="camera"
      data-on={on}
      aria-keyshortcuts={room.cameraKey}
      aria-busy={state.pending}
      title={`${label} (${room.cameraKey})`}
      onClick={() => toggleCamera(localMedia)}
    >
      <Icon node={on ? Video : VideoOff} />
      <span class="tool-label">{label}</span>
    </button>
  )
}
