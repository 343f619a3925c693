import type { Words } from '../../../i18n/words.ts'

export const invite: Words['invite'] = {
  title: 'Invita',
  mail: 'Per e-mail',
  subject: (room) => `Riunione in ${room}`,
  text: (link) =>
    `Hai ricevuto l’invito a una riunione. Questo link la apre nel browser, senza account:\n\n${link}\n`,
  scan: 'Con la fotocamera di un telefono',
  code: 'Codice QR del link a questa stanza',
  meeting: 'Programma una riunione',
  when: 'Inizio',
  length: 'Durata',
  minutes: (count) => `${count} minuti`,
  repeats: 'Ripetizione',
  repetitions: {
    never: 'mai',
    daily: 'ogni giorno',
    weekly: 'ogni settimana',
    monthly: 'ogni mese',
  },
  calendar: 'File per il tuo calendario',
}

export const first: Words['first'] = {
  title: 'Per ora ci sei solo tu',
  text: 'Condividi il link:',
  link: 'Link a questa stanza',
  share: 'Condividi',
  password: 'Chiedi una password',
}
