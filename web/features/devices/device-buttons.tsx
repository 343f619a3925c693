import { type IconNode, Mic, MicOff, Video, VideoOff } from 'lucide'
import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import type { CaptureState, LocalMedia } from '../../core/capture/local-media.ts'
import { useWords } from '../../ui/page-context.ts'
import { ToolButton } from '../../ui/tool-button.tsx'
import { SHORTCUTS, type ShortcutActions } from '../shortcuts/shortcuts.ts'

interface ToggleProps {
  readonly localMedia: LocalMedia
  /** Why it may not be turned on for now. */
  readonly forbidden?: string | undefined
}

/** On means that others get something: a device that was asked for but does not work counts as off. */
const isOn = (state: { readonly wanted: boolean; readonly problem: unknown }): boolean =>
  state.wanted && state.problem === null

function toggleMicrophone(localMedia: LocalMedia): void {
  localMedia.setMicrophone(!isOn(localMedia.microphone.peek())).catch(reportError)
}

function toggleCamera(localMedia: LocalMedia): void {
  localMedia.setCamera(!isOn(localMedia.camera.peek())).catch(reportError)
}

/** What the keys of one's devices do, once the devices are there. */
export const useDeviceActions = (localMedia: LocalMedia | null): ShortcutActions =>
  useMemo(
    () =>
      localMedia === null
        ? {}
        : { microphone: () => toggleMicrophone(localMedia), camera: () => toggleCamera(localMedia) },
    [localMedia],
  )

interface DeviceButtonProps {
  readonly action: 'microphone' | 'camera'
  readonly state: CaptureState
  /** What a press does while it is on, and while it is off. */
  readonly labels: { readonly on: string; readonly off: string }
  readonly icons: { readonly on: IconNode; readonly off: IconNode }
  readonly shortcut: string
  readonly forbidden: string | undefined
  readonly toggle: () => void
}

/** Says what a press does; the icon and the colour say how things stand. */
function DeviceButton({
  action,
  state,
  labels,
  icons,
  shortcut,
  forbidden,
  toggle,
}: DeviceButtonProps): JSX.Element {
  const on = isOn(state)
  const label = on ? labels.on : labels.off
  return (
    <ToolButton
      data-action={action}
      data-on={on}
      look="worded"
      aria-busy={state.pending}
      icon={on ? icons.on : icons.off}
      label={label}
      shortcut={shortcut}
      forbidden={forbidden}
      onClick={toggle}
    />
  )
}

export function MicrophoneButton({ localMedia, forbidden }: ToggleProps): JSX.Element {
  const { room } = useWords()
  return (
    <DeviceButton
      action="microphone"
      state={localMedia.microphone.value}
      labels={{ on: room.mute, off: room.unmute }}
      icons={{ on: Mic, off: MicOff }}
      shortcut={SHORTCUTS.microphone}
      forbidden={forbidden}
      toggle={() => toggleMicrophone(localMedia)}
    />
  )
}

export function CameraButton({ localMedia, forbidden }: ToggleProps): JSX.Element {
  const { room } = useWords()
  return (
    <DeviceButton
      action="camera"
      state={localMedia.camera.value}
      labels={{ on: room.stopCamera, off: room.startCamera }}
      icons={{ on: Video, off: VideoOff }}
      shortcut={SHORTCUTS.camera}
      forbidden={forbidden}
      toggle={() => toggleCamera(localMedia)}
    />
  )
}
