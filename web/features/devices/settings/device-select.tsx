import type { JSX } from 'preact'
import type { DeviceChoice } from '../../../core/capture/local-media.ts'
import { useFurtherWords } from '../../../ui/lazily-worded.tsx'

interface DeviceSelectProps {
  readonly kind: 'microphone' | 'camera' | 'speaker'
  readonly choices: readonly DeviceChoice[]
  readonly chosen: string | null
  readonly choose: (deviceId: string) => void
}

/** One kind of device; browsers give no labels before they gave permission, so that numbers stand in for them. */
export function DeviceSelect({ kind, choices, chosen, choose }: DeviceSelectProps): JSX.Element {
  const { devices } = useFurtherWords()
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
