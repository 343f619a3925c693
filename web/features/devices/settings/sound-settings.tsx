import type { JSX } from 'preact'
import type { LocalMedia } from '../../../core/capture/local-media.ts'
import { useFurtherWords } from '../../../ui/lazily-worded.tsx'
import { SettingSwitch } from '../../../ui/switches/setting-switch.tsx'
import { SettingsGroup } from '../../../ui/switches/settings-group.tsx'
import { DeviceSelect } from './device-select.tsx'
import { TestSound } from './test-sound.tsx'

interface SoundSettingsProps {
  readonly localMedia: LocalMedia
  readonly level: 2 | 3
}

/** One's microphone and what is done to its sound; the loudspeaker, only where the browser lets pages choose. */
export function SoundSettings({ localMedia, level }: SoundSettingsProps): JSX.Element {
  const { sound } = useFurtherWords()
  const { microphones, speakers } = localMedia.devices.value
  return (
    <SettingsGroup title={sound.title} level={level}>
      <DeviceSelect
        kind="microphone"
        choices={microphones}
        chosen={localMedia.microphone.value.deviceId}
        choose={(id) => localMedia.chooseMicrophone(id).catch(reportError)}
      />
      <div class="switches">
        <SettingSwitch
          name="echoCancellation"
          label={sound.echoCancellation}
          hint={sound.echoCancellationHint}
        />
        <SettingSwitch
          name="noiseSuppression"
          label={sound.noiseSuppression}
          hint={sound.noiseSuppressionHint}
        />
        <SettingSwitch
          name="strongNoiseSuppression"
          label={sound.strongNoiseSuppression}
          hint={sound.strongNoiseSuppressionHint}
        />
        <SettingSwitch name="autoGainControl" label={sound.autoGainControl} />
      </div>
      {speakers.length > 0 && (
        <DeviceSelect
          kind="speaker"
          choices={speakers}
          chosen={localMedia.speaker.value}
          choose={(id) => localMedia.chooseSpeaker(id)}
        />
      )}
      <TestSound speaker={localMedia.speaker.value} />
    </SettingsGroup>
  )
}
