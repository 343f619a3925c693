import type { JSX } from 'preact'
import { DeviceSelects } from '../parts/device-selects.tsx'
import { QualitySwitch } from '../parts/quality-switch.tsx'
import { Remembered } from '../parts/remembered.tsx'
import { SelfSwitches } from '../parts/self-switches.tsx'
import { ThemeSwitch } from '../parts/theme-switch.tsx'
import { ToldSwitches } from '../parts/told-switches.tsx'
import type { PanelProps } from './panels.ts'

/** Devices, colours, what one is told, and what this browser remembers. */
export function SettingsPanel({ localMedia }: PanelProps): JSX.Element {
  return (
    <div class="stack">
      <DeviceSelects localMedia={localMedia} />
      <SelfSwitches />
      <QualitySwitch />
      <ThemeSwitch />
      <ToldSwitches />
      <div class="quiet">
        <Remembered />
      </div>
    </div>
  )
}
