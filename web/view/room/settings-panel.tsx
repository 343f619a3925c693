import type { JSX } from 'preact'
import { PictureSettings } from '../devices/picture-settings.tsx'
import { PrivacySettings } from '../devices/privacy-settings.tsx'
import { SoundSettings } from '../devices/sound-settings.tsx'
import { useWords } from '../page-context.ts'
import { QualitySwitch } from '../parts/quality-switch.tsx'
import { Remembered } from '../parts/remembered.tsx'
import { SelfSwitches } from '../parts/self-switches.tsx'
import { SettingsGroup } from '../parts/settings-group.tsx'
import { ThemeSwitch } from '../parts/theme-switch.tsx'
import { ToldSwitches } from '../parts/told-switches.tsx'
import { TalkSettings } from '../talk/talk-settings.tsx'
import { NameForm } from './name-form.tsx'
import type { PanelProps } from './panels.ts'

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
      <ToldSwitches />
      <SettingsGroup title={settings.remembered} level={3}>
        <div class="quiet">
          <Remembered />
        </div>
      </SettingsGroup>
    </div>
  )
}
