import type { Words } from '../words.ts'

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

export const shortcuts: Words['shortcuts'] = {
  title: 'Tasti rapidi',
  off: 'I tasti rapidi sono disattivati nelle impostazioni.',
  does: {
    microphone: 'Attiva o disattiva il microfono',
    camera: 'Attiva o disattiva la videocamera',
    share: 'Condividi lo schermo, o interrompi',
    hand: 'Alza o abbassa la mano',
    chat: 'Chat',
    people: 'Persone',
    layout: 'Cambia la disposizione',
    fullScreen: 'Schermo intero',
    more: 'Altro',
    help: 'Questo elenco',
  },
  escape: 'Chiudi ciò che è aperto',
  send: 'Invia un messaggio',
  line: 'Vai a capo in un messaggio',
  enter: 'Invio',
  shiftEnter: 'Maiusc + Invio',
}
