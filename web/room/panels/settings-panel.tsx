import type { JSX } from 'preact'
import { PictureSettings } from '../../features/devices/settings/picture-settings.tsx'
import { PrivacySettings } from '../../features/devices/settings/privacy-settings.tsx'
import { SoundSettings } from '../../features/devices/settings/sound-settings.tsx'
import { NotificationSwitches } from '../../features/notifications/notification-switches.tsx'
import type { PanelProps } from '../../features/panel/panel.ts'
import { NameForm } from '../../features/people/name-form.tsx'
import { TalkSettings } from '../../features/push-to-talk/talk-settings.tsx'
import { QualitySwitch } from '../../features/quality/quality-switch.tsx'
import { Remembered } from '../../features/recent-rooms/remembered.tsx'
import { BuildName } from '../../features/site/build-name.tsx'
import { useWords } from '../../ui/page-context.ts'
import { SettingSwitch } from '../../ui/switches/setting-switch.tsx'
import { SettingsGroup } from '../../ui/switches/settings-group.tsx'
import { ThemeSwitch } from '../../ui/switches/theme-switch.tsx'

/** One's name, sound, picture, colours, what one is told, and what this browser remembers. */
export function SettingsPanel({ localMedia, session }: PanelProps): JSX.Element {
  const { settings } = useWords()
  const { offersRelay, constantRate, encryption } = session.view.value
  return (
    <div class="stack">
      <NameForm session={session} />
      <SoundSettings localMedia={localMedia} level={3} />
      <TalkSettings />
      <PictureSettings localMedia={localMedia} level={3}>
        <SelfSwitches />
        <QualitySwitch
          soundOnly={session.view.value.soundOnly}
          onChosen={() => session.setSoundOnly(false)}
        />
      </PictureSettings>
      <PrivacySettings
        level={3}
        offersRelay={offersRelay}
        asksForRate={constantRate && encryption !== 'none'}
      />
      <SettingsGroup title={settings.page} level={3}>
        <ThemeSwitch />
      </SettingsGroup>
      <NotificationSwitches />
      <SettingsGroup title={settings.remembered} level={3}>
        <div class="quiet">
          <Remembered />
        </div>
      </SettingsGroup>
      <div class="colophon quiet">
        <BuildName />
      </div>
    </div>
  )
}

/** How one sees oneself; the others see no difference. */
function SelfSwitches(): JSX.Element {
  const { layout } = useWords()
  return (
    <div class="switches">
      <SettingSwitch name="hidesSelf" label={layout.hideSelf} hint={layout.hideSelfHint} />
      <SettingSwitch name="mirrorsSelf" label={layout.mirrorSelf} hint={layout.mirrorSelfHint} />
    </div>
  )
}
