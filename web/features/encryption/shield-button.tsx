import type { Signal } from '@preact/signals'
import { ShieldCheck, ShieldOff } from 'lucide'
import type { JSX } from 'preact'
import type { RoomView } from '../../core/session/room-session.ts'
import type { Words } from '../../i18n/words.ts'
import { useWords } from '../../ui/page-context.ts'
import type { PanelName } from '../panel/panel.ts'
import { PanelButton } from '../panel/panel-button.tsx'

interface ShieldProps {
  readonly encryption: RoomView['encryption']
  readonly panel: Signal<PanelName | null>
}

export const shieldIcon = (encryption: RoomView['encryption']) =>
  encryption === 'none' ? ShieldOff : ShieldCheck

/** Whether the room is encrypted, in two or three words. */
export const shieldLabel = (encryption: RoomView['encryption'], { encryption: words }: Words): string =>
  encryption === 'none' ? words.plain : words.encrypted

/** The shield in the bar: whether the room is encrypted; a press says what that means. */
export function ShieldButton({ encryption, panel }: ShieldProps): JSX.Element {
  return (
    <PanelButton
      panel="encryption"
      open={panel}
      icon={shieldIcon(encryption)}
      label={shieldLabel(encryption, useWords())}
      look={encryption === 'none' ? 'shield' : 'shield whole'}
    />
  )
}
