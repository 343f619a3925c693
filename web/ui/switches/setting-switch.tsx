import type { JSX } from 'preact'
import type { Settings } from '../../settings/settings-schema.ts'
import { useSettings } from '../page-context.ts'
import { Switch } from './switch.tsx'

/** The settings that are on or off. */
type SwitchedSetting = {
  [Name in keyof Settings]: Settings[Name] extends boolean ? Name : never
}[keyof Settings]

interface SettingSwitchProps {
  readonly name: SwitchedSetting
  readonly label: string
  readonly hint?: string
  /** Whether it is on for now, whatever is chosen. */
  readonly forced?: boolean
}

/** A setting that is on or off, and remembered. */
export function SettingSwitch({ name, label, hint, forced = false }: SettingSwitchProps): JSX.Element {
  const settings = useSettings()
  return (
    <Switch
      action={name}
      label={label}
      {...(hint !== undefined && { hint })}
      on={forced || settings.value.value[name]}
      fixed={forced}
      onChange={(on) => settings.change({ [name]: on })}
    />
  )
}
