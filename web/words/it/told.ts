import type { Words } from '../words.ts'

export const told: Words['told'] = {
  title: 'Notifiche',
  messagePreviews: 'Mostra per un momento i nuovi messaggi',
  announceArrivals: 'Annuncia ai lettori di schermo chi arriva e chi esce',
  announceHands: 'Annuncia ai lettori di schermo chi alza la mano',
  announceMessages: 'Fai leggere i messaggi ai lettori di schermo',
  keys: 'Scorciatoie da tastiera',
  shortcuts: 'Scorciatoie con un solo tasto',
  shortcutsHint: 'M per il microfono, V per la videocamera, H per la mano, e altri.',
}
