import type { JSX } from 'preact'
import type { DeviceChoice, LocalMedia } from '../../capture/local-media.ts'
import { useWords } from '../page-context.ts'

interface DeviceSelectProps {
  readonly kind: 'microphone' | 'camera' | 'speaker'
  readonly choices: readonly DeviceChoice[]
  readonly chosen: string | null
  readonly choose: (deviceId: string) => void
}

/** One kind of device; browsers give no labels before they gave permission, so that numbers stand in for them. */
function DeviceSelect({ kind, choices, chosen, choose }: DeviceSelectProps): JSX.Element {
  const { devices } = useWords()
  const name = devices[kind]
  return (
    <label class="field">
      <span class="field-name">{name}</span>
      <select
        data-device={kind}
        value={chosen ?? choices[0]?.id ?? ''}
        disabled={choices.length === 0}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {choices.length === 0 && <option value="">{devices.none}</option>}
        {choices.map((choice, index) => (
          <option key={choice.id} value={choice.id}>
            {choice.label || devices.numbered(name, index + 1)}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Which microphone, camera and loudspeaker to use; the loudspeaker only where the browser lets pages choose. */
export function DeviceSelects({ localMedia }: { readonly localMedia: LocalMedia }): JSX.Element {
  const { microphones, cameras, speakers } = localMedia.devices.value
  return (
    <div class="stack">
      <DeviceSelect
        kind="microphone"
        choices={microphones}
        chosen={localMedia.microphone.value.deviceId}
        choose={(id) => localMedia.chooseMicrophone(id).catch(reportError)}
      />
      <DeviceSelect
        kind="camera"
        choices={cameras}
        chosen={localMedia.camera.value.deviceId}
        choose={(id) => localMedia.chooseCamera(id).catch(reportError)}
      />
      {speakers.length > 0 && (
        <DeviceSelect
          kind="speaker"
          choices={speakers}
          chosen={localMedia.speaker.value}
          choose={(id) => localMedia.chooseSpeaker(id)}
        />
      )}
    </div>
  )
}
