import type { JSX } from 'preact'
import { PictureSettings } from '../../features/devices/picture-settings.tsx'
import { PrivacySettings } from '../../features/devices/privacy-settings.tsx'
import { SoundSettings } from '../../features/devices/sound-settings.tsx'
import { NotificationSwitches } from '../../features/notifications/notification-switches.tsx'
import type { PanelProps } from '../../features/panel/panel.ts'
import { NameForm } from '../../features/people/name-form.tsx'
import { TalkSettings } from '../../features/push-to-talk/talk-settings.tsx'
import { QualitySwitch } from '../../features/quality/quality-switch.tsx'
import { Remembered } from '../../features/recent-rooms/remembered.tsx'
import { useWords } from '../../ui/page-context.ts'
import { SettingsGroup } from '../../ui/switches/settings-group.tsx'
import { ThemeSwitch } from '../../ui/switches/theme-switch.tsx'
import { SelfSwitches } from '../stage/self-switches.tsx'

/** One's name, sound, picture, colours, what one is told, and what this browser remembers. */
export function SettingsPanel({ localMedia, session }: PanelProps): JSX.Element {
  const { settings } = useWords()
  return (
    <div class="stack">
      <NameForm session={session} />
      <SoundSettings localMedia={localMedia} level={3} />
      <TalkSettings />
      <PictureSettings localMedia={localMedia} level={3}>
        <SelfSwitches />
        <QualitySwitch soundOnly={session.view.value.soundOnly} onChosen={() => session.hearOnly(false)} />
      </PictureSettings>
      <PrivacySettings level={3} offersRelay={session.view.value.offersRelay} />
      <SettingsGroup title={settings.page} level={3}>
        <ThemeSwitch />
      </SettingsGroup>
      <NotificationSwitches />
      <SettingsGroup title={settings.remembered} level={3}>
        <div class="quiet">
          <Remembered />
        </div>
      </SettingsGroup>
    </div>
  )
}
