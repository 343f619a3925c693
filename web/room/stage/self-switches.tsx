import type { JSX } from 'preact'
import { useWords } from '../../ui/page-context.ts'
import { SettingSwitch } from '../../ui/switches/setting-switch.tsx'

/** How one sees oneself; the others see no difference. */
export function SelfSwitches(): JSX.Element {
  const { layout } = useWords()
  return (
    <div class="switches">
      <SettingSwitch name="hidesSelf" label={layout.hideSelf} hint={layout.hideSelfHint} />
      <SettingSwitch name="mirrorsSelf" label={layout.mirrorSelf} hint={layout.mirrorSelfHint} />
    </div>
  )
}
