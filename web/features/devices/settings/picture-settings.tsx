import type { ComponentChildren, JSX } from 'preact'
import type { LocalMedia } from '../../../core/capture/local-media.ts'
import { useFurtherWords } from '../../../ui/lazily-worded.tsx'
import { SettingSwitch } from '../../../ui/switches/setting-switch.tsx'
import { SettingsGroup } from '../../../ui/switches/settings-group.tsx'
import { DeviceSelect } from './device-select.tsx'

interface PictureSettingsProps {
  readonly localMedia: LocalMedia
  readonly level: 2 | 3
  /** What else concerns the picture where these settings stand. */
  readonly children?: ComponentChildren
}

/** One's camera and what is done to its picture. */
export function PictureSettings({ localMedia, level, children }: PictureSettingsProps): JSX.Element {
  const { picture } = useFurtherWords()
  return (
    <SettingsGroup title={picture.title} level={level}>
      <DeviceSelect
        kind="camera"
        choices={localMedia.devices.value.cameras}
        chosen={localMedia.camera.value.deviceId}
        choose={(id) => localMedia.chooseCamera(id).catch(reportError)}
      />
      <div class="switches">
        <SettingSwitch
          name="blursBackground"
          label={picture.blursBackground}
          hint={picture.blursBackgroundHint}
        />
      </div>
      {children}
    </SettingsGroup>
  )
}
