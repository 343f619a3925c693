import type { JSX } from 'preact'
import type { LocalMedia } from '../../../core/capture/local-media.ts'
import { PictureSettings } from './picture-settings.tsx'
import { PrivacySettings } from './privacy-settings.tsx'
import { SoundSettings } from './sound-settings.tsx'

/** How one will be heard and seen: what stands behind the disclosure before joining. */
export function DeviceSettings({ localMedia }: { readonly localMedia: LocalMedia }): JSX.Element {
  return (
    <div class="stack">
      <SoundSettings localMedia={localMedia} level={2} />
      <PictureSettings localMedia={localMedia} level={2} />
      <PrivacySettings level={2} offersRelay={null} asksForRate={false} />
    </div>
  )
}
