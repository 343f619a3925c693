import type { JSX } from 'preact'
import { useSettings, useWords } from '../page-context.ts'
import { Switch } from './switch.tsx'

/** How one sees oneself; the others see no difference. */
export function SelfSwitches(): JSX.Element {
  const settings = useSettings()
  const { layout } = useWords()
  const { hidesSelf, mirrorsSelf } = settings.value.value
  return (
    <div class="switches">
      <Switch
        action="hide-self"
        label={layout.hideSelf}
        hint={layout.hideSelfHint}
        on={hidesSelf}
        onChange={(on) => settings.change({ hidesSelf: on })}
      />
      <Switch
        action="mirror-self"
        label={layout.mirrorSelf}
        hint={layout.mirrorSelfHint}
        on={mirrorsSelf}
        onChange={(on) => settings.change({ mirrorsSelf: on })}
      />
    </div>
  )
}
