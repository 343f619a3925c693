import type { JSX } from 'preact'
import { isQuality, QUALITIES } from '../../call/quality.ts'
import { useSettings, useWords } from '../page-context.ts'

/** How much picture one wants to send and receive. */
export function QualitySwitch(): JSX.Element {
  const settings = useSettings()
  const { quality: words } = useWords()
  const choose = (quality: string): void => {
    if (isQuality(quality)) settings.change({ quality })
  }
  const { quality } = settings.value.value
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
