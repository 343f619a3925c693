import { ShieldCheck, ShieldOff } from 'lucide'
import type { JSX } from 'preact'
import { Icon } from '../../ui/icon.tsx'
import { useWords } from '../../ui/page-context.ts'

interface EncryptionLineProps {
  readonly encrypted: boolean
  /** What to say where it is; that it is, when not given. */
  readonly whole?: string
}

/** Before one joins: whether what one says there is encrypted. Who carries the room stands beside it. */
export function EncryptionLine({ encrypted, whole }: EncryptionLineProps): JSX.Element {
  const { encryption } = useWords()
  return (
    <p class="quiet encryption-line" data-encrypted={encrypted}>
      <Icon node={encrypted ? ShieldCheck : ShieldOff} />
      <span>{encrypted ? (whole ?? encryption.encrypted) : encryption.couldListen}</span>
    </p>
  )
}
