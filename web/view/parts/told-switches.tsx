import type { JSX } from 'preact'
import type { Settings } from '../../settings/settings-schema.ts'
import { useSettings, useWords } from '../page-context.ts'
import { SettingsGroup } from './settings-group.tsx'
import { Switch } from './switch.tsx'

const TOLD = ['messagePreviews', 'announceArrivals', 'announceHands', 'announceMessages'] as const

/** What one is told of by itself, and whether letters do something (WCAG 2.2, 2.1.4). */
export function ToldSwitches(): JSX.Element {
  const { told } = useWords()
  const settings = useSettings()
  const row = (name: (typeof TOLD)[number] | 'shortcuts', hint?: string): JSX.Element => (
    <Switch
      key={name}
      action={name}
      label={told[name]}
      {...(hint !== undefined && { hint })}
      on={settings.value.value[name]}
      onChange={(on) => settings.change({ [name]: on } satisfies Partial<Settings>)}
    />
  )
  return (
    <>
      <SettingsGroup title={told.title} level={3}>
        <div class="switches">{TOLD.map((name) => row(name))}</div>
      </SettingsGroup>
      <SettingsGroup title={told.keys} level={3}>
        <div class="switches">{row('shortcuts', told.shortcutsHint)}</div>
      </SettingsGroup>
    </>
  )
}
