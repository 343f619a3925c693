import type { JSX } from 'preact'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { SettingSwitch } from '../../ui/switches/setting-switch.tsx'
import { SettingsGroup } from '../../ui/switches/settings-group.tsx'
import { BrowserNotificationsSwitch } from './browser-notifications-switch.tsx'

const TOLD = ['messagePreviews', 'announceArrivals', 'announceHands', 'announceMessages'] as const

/** What one is told of by itself, and whether letters do something (WCAG 2.2, 2.1.4). */
export function NotificationSwitches(): JSX.Element {
  const { notifications: words } = useFurtherWords()
  return (
    <>
      <SettingsGroup title={words.title} level={3}>
        <div class="switches">
          <SettingSwitch name="sounds" label={words.sounds} hint={words.soundsHint} />
          <BrowserNotificationsSwitch />
          {TOLD.map((name) => (
            <SettingSwitch key={name} name={name} label={words[name]} />
          ))}
        </div>
      </SettingsGroup>
      <SettingsGroup title={words.keys} level={3}>
        <div class="switches">
          <SettingSwitch name="shortcuts" label={words.shortcuts} hint={words.shortcutsHint} />
        </div>
      </SettingsGroup>
    </>
  )
}
