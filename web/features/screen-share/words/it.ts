import type { Words } from '../../../i18n/words.ts'

export const screens: Words['screens'] = {
  share: 'Condividi schermo',
  stop: 'Interrompi la condivisione',
  of: (name) => `Schermo di ${name}`,
  own: 'Il tuo schermo',
  sharing: 'Stai condividendo lo schermo',
  fullScreen: 'Schermo intero',
  leaveFullScreen: 'Esci dallo schermo intero',
  failed: 'Non è stato possibile condividere lo schermo. Riprova, o scegli un’altra finestra.',
}
