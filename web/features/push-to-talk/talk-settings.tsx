import type { JSX } from 'preact'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'
import { SettingSwitch } from '../../ui/switches/setting-switch.tsx'
import { SettingsGroup } from '../../ui/switches/settings-group.tsx'
import { TalkKeyField } from './talk-key-field.tsx'

/** Being heard only while one holds something. */
export function TalkSettings(): JSX.Element {
  const { talk } = useFurtherWords()
  return (
    <SettingsGroup title={talk.title} level={3}>
      <div class="switches">
        <SettingSwitch name="holdsToTalk" label={talk.holdsToTalk} hint={talk.holdsToTalkHint} />
        <SettingSwitch name="pushToTalk" label={talk.pushToTalk} hint={talk.pushToTalkHint} />
      </div>
      <TalkKeyField />
    </SettingsGroup>
  )
}
