import { SwitchCamera } from 'lucide'
import type { JSX } from 'preact'
import type { LocalMedia } from '../../capture/local-media.ts'
import { useWords } from '../page-context.ts'
import { Icon } from '../parts/icon.tsx'
import { ToolButton } from '../parts/tool-button.tsx'

interface TurnCameraProps {
  readonly localMedia: LocalMedia
}

const turnCamera = (localMedia: LocalMedia): void => {
  localMedia.turnCamera().catch(reportError)
}

/** From the front camera to the back camera and back again, among the tools of one's own tile. */
export function TurnCameraTool({ localMedia }: TurnCameraProps): JSX.Element | null {
  const { turnCamera: label } = useWords().devices
  if (!localMedia.canTurnCamera.value) return null
  return (
    <button
      type="button"
      data-action="turn-camera"
      aria-label={label}
      title={label}
      aria-busy={localMedia.camera.value.pending}
      onClick={() => turnCamera(localMedia)}
    >
      <Icon node={SwitchCamera} />
    </button>
  )
}

/** The same beside the buttons that switch one's devices on and off before joining. */
export function TurnCameraButton({ localMedia }: TurnCameraProps): JSX.Element | null {
  const { turnCamera: label } = useWords().devices
  if (!localMedia.canTurnCamera.value) return null
  return (
    <ToolButton
      data-action="turn-camera"
      look="worded"
      aria-busy={localMedia.camera.value.pending}
      icon={SwitchCamera}
      label={label}
      onClick={() => turnCamera(localMedia)}
    />
  )
}
