import type { JSX } from 'preact'
import { useFurtherWords } from '../../../ui/lazily-worded.tsx'
import { SettingSwitch } from '../../../ui/switches/setting-switch.tsx'
import { SettingsGroup } from '../../../ui/switches/settings-group.tsx'

export interface PrivacySwitchesProps {
  readonly level: 2 | 3
  /** Whether the edge offers a relay; null where that is not known yet. */
  readonly offersRelay: boolean | null
  /** Whether the room asks all for their voices at a constant rate. */
  readonly asksForRate: boolean
}

/** Who learns what of oneself. */
export function PrivacySwitches({ level, offersRelay, asksForRate }: PrivacySwitchesProps): JSX.Element {
  const { privacy } = useFurtherWords()
  return (
    <SettingsGroup title={privacy.title} level={level}>
      <div class="switches">
        <SettingSwitch
          name="hidesAddress"
          label={privacy.hidesAddress}
          hint={offersRelay === false ? privacy.noRelayHint : privacy.hidesAddressHint}
        />
        <SettingSwitch
          name="constantRate"
          label={privacy.constantRate}
          hint={`${asksForRate ? `${privacy.constantRateAsked} ` : ''}${privacy.constantRateHint}`}
          forced={asksForRate}
        />
      </div>
    </SettingsGroup>
  )
}
