import { SwitchCamera } from 'lucide'
import type { JSX } from 'preact'
import type { LocalMedia } from '../../core/capture/local-media.ts'
import { Icon } from '../../ui/icon.tsx'
import { useWords } from '../../ui/page-context.ts'

/** From the front camera to the back camera and back again: a tool on one's own picture. */
export function TurnCamera({ localMedia }: { readonly localMedia: LocalMedia }): JSX.Element | null {
  const { turnCamera: label } = useWords().devices
  if (!localMedia.canTurnCamera.value) return null
  return (
    <button
      type="button"
      data-action="turn-camera"
      aria-label={label}
      title={label}
      aria-busy={localMedia.camera.value.pending}
      // There and back again is not a wish to pin.
      onDblClick={(event) => event.stopPropagation()}
      onClick={() => localMedia.turnCamera().catch(reportError)}
    >
      <Icon node={SwitchCamera} />
    </button>
  )
}
