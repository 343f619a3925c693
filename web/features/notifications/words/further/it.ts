import type { FurtherWords } from '../../../../i18n/further-words.ts'

export const notifications: FurtherWords['notifications'] = {
  title: 'Notifiche',
  sounds: 'Suoni brevi',
  soundsHint: 'Quando qualcuno arriva, bussa o scrive e, per chi modera, quando si alza una mano.',
  notifies: 'Notifiche del browser',
  notifiesHint:
    'Quando questa scheda è in secondo piano: chi chiede di entrare e chi ti scrive in privato, mai il contenuto.',
  problems: {
    refused: 'Il browser non lo permette. Puoi consentirlo nelle sue impostazioni per questa pagina.',
    unsupported: 'Questo browser non mostra notifiche delle pagine.',
  },
  messagePreviews: 'Mostra per un momento i nuovi messaggi',
  announceArrivals: 'Annuncia ai lettori di schermo chi arriva e chi esce',
  announceHands: 'Annuncia ai lettori di schermo chi alza la mano',
  announceMessages: 'Fai leggere i messaggi ai lettori di schermo',
  keys: 'Tasti rapidi',
  shortcuts: 'Usa tasti singoli',
  shortcutsHint: 'M per il microfono, V per la videocamera, H per la mano, e altri.',
}
