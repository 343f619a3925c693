import type { Signal } from '@preact/signals'
import { ShieldCheck, ShieldOff } from 'lucide'
import type { JSX } from 'preact'
import type { RoomView } from '../../core/session/room-session.ts'
import type { Words } from '../../i18n/words.ts'
import { useWords } from '../../ui/page-context.ts'
import type { PanelName } from '../panel/panel.ts'
import { PanelButton } from '../panel/panel-button.tsx'

/** By which keys a room goes. */
type Keys = Pick<RoomView, 'encryption' | 'linkKeysReason'>

interface ShieldProps {
  readonly keys: Keys
  readonly panel: Signal<PanelName | null>
}

export const shieldIcon = (encryption: RoomView['encryption']) =>
  encryption === 'none' ? ShieldOff : ShieldCheck

/** Whether the room is encrypted, in two or three words; those of the link's keys not while its people are still agreeing on others. */
export function shieldLabel({ encryption, linkKeysReason }: Keys, { encryption: words }: Words): string {
  if (encryption === 'none') return words.plain
  return encryption === 'link' && linkKeysReason !== 'beginning' ? words.byLink : words.encrypted
}

/** The shield in the bar: whether the room is encrypted; a press says what that means. */
export function ShieldButton({ keys, panel }: ShieldProps): JSX.Element {
  return (
    <PanelButton
      panel="encryption"
      open={panel}
      icon={shieldIcon(keys.encryption)}
      label={shieldLabel(keys, useWords())}
      look={keys.encryption === 'none' ? 'shield' : 'shield whole'}
    />
  )
}
