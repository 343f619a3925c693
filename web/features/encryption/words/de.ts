import type { Words } from '../../../i18n/words.ts'

export const encryption: Words['encryption'] = {
  unreadableName: 'jemand, dessen Name unlesbar ist',
  title: 'Wer mithören kann',
  encrypted: 'Ende-zu-Ende-verschlüsselt',
  byLink: 'Durch den Link verschlüsselt',
  plain: 'Nicht verschlüsselt',
  couldListen: 'Nicht verschlüsselt: Wer diesen Raum bereitstellt, könnte mithören.',
}
