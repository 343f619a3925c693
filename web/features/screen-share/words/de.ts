import type { Words } from '../../../i18n/words.ts'

export const screens: Words['screens'] = {
  share: 'Bildschirm teilen',
  stop: 'Teilen beenden',
  of: (name) => `Bildschirm von ${name}`,
  own: 'Ihr Bildschirm',
  sharing: 'Sie teilen Ihren Bildschirm',
  fullScreen: 'Vollbild',
  leaveFullScreen: 'Vollbild beenden',
  failed:
    'Ihr Bildschirm ließ sich nicht teilen. Versuchen Sie es noch einmal oder wählen Sie ein anderes Fenster.',
}
