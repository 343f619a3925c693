import type { JSX } from 'preact'
import { useWords } from '../../../ui/page-context.ts'
import { SettingSwitch } from '../../../ui/switches/setting-switch.tsx'
import { SettingsGroup } from '../../../ui/switches/settings-group.tsx'

interface PrivacySettingsProps {
  readonly level: 2 | 3
  /** Whether the edge offers a relay; null where that is not known yet. */
  readonly offersRelay: boolean | null
}

/** Who learns what of oneself. */
export function PrivacySettings({ level, offersRelay }: PrivacySettingsProps): JSX.Element {
  const { privacy } = useWords()
  return (
    <SettingsGroup title={privacy.title} level={level}>
      <div class="switches">
        <SettingSwitch
          name="hidesAddress"
          label={privacy.hidesAddress}
          hint={offersRelay === false ? privacy.noRelayHint : privacy.hidesAddressHint}
        />
      </div>
    </SettingsGroup>
  )
}
