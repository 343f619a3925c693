import type { Words } from '../words.ts'

export const screens: Words['screens'] = {
  share: 'Condividere lo schermo',
  stop: 'Fermare la condivisione',
  of: (name) => `Schermo di ${name}`,
  own: 'Il proprio schermo',
  fullScreen: 'Schermo intero',
  failed: 'Non è stato possibile condividere lo schermo. Si può riprovare, o scegliere un’altra finestra.',
}
