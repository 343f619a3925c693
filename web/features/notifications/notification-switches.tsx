import type { JSX } from 'preact'
import { useWords } from '../../ui/page-context.ts'
import { SettingSwitch } from '../../ui/switches/setting-switch.tsx'
import { SettingsGroup } from '../../ui/switches/settings-group.tsx'
import { NotifiesSwitch } from './browser-notifications-switch.tsx'

const TOLD = ['messagePreviews', 'announceArrivals', 'announceHands', 'announceMessages'] as const

/** What one is told of by itself, and whether letters do something (WCAG 2.2, 2.1.4). */
export function ToldSwitches(): JSX.Element {
  const { told } = useWords()
  return (
    <>
      <SettingsGroup title={told.title} level={3}>
        <div class="switches">
          <SettingSwitch name="sounds" label={told.sounds} hint={told.soundsHint} />
          <NotifiesSwitch />
          {TOLD.map((name) => (
            <SettingSwitch key={name} name={name} label={told[name]} />
          ))}
        </div>
      </SettingsGroup>
      <SettingsGroup title={told.keys} level={3}>
        <div class="switches">
          <SettingSwitch name="shortcuts" label={told.shortcuts} hint={told.shortcutsHint} />
        </div>
      </SettingsGroup>
    </>
  )
}
