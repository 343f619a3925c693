import type { Words } from '../words.ts'

export const told: Words['told'] = {
  title: 'Segnalazioni',
  messagePreviews: 'Mostrare per un momento i nuovi messaggi',
  announceArrivals: 'Dire ai lettori di schermo chi arriva e chi esce',
  announceHands: 'Dire ai lettori di schermo chi alza la mano',
  announceMessages: 'Far leggere i messaggi ai lettori di schermo',
  keys: 'Tasti',
  shortcuts: 'Usare i tasti singoli',
  shortcutsHint: 'M per il microfono, V per la videocamera, H per la mano, e altri.',
}
