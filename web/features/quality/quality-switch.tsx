import type { JSX } from 'preact'
import { isQuality, QUALITIES } from '../../settings/quality.ts'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { useSettings } from '../../ui/page-context.ts'

interface QualitySwitchProps {
  /** Whether there are none for now, whatever was chosen. */
  readonly soundOnly: boolean
  /** Whatever is chosen here holds. */
  readonly onChosen: () => void
}

/** How much picture one wants to send and receive. */
export function QualitySwitch({ soundOnly, onChosen }: QualitySwitchProps): JSX.Element {
  const settings = useSettings()
  const { quality: words } = useFurtherWords()
  const choose = (quality: string): void => {
    if (!isQuality(quality)) return
    settings.change({ quality })
    onChosen()
  }
  const quality = soundOnly ? 'audio' : settings.value.value.quality
  return (
    <label class="field">
      <span class="field-name">{words.title}</span>
      <select data-setting="quality" value={quality} onChange={(event) => choose(event.currentTarget.value)}>
        {QUALITIES.map((each) => (
          <option key={each} value={each}>
            {words.names[each]}
          </option>
        ))}
      </select>
      <small class="quiet">{words.hints[quality]}</small>
    </label>
  )
}
