import type { Words } from '../words.ts'

export const invite: Words['invite'] = {
  title: 'Invitare',
  mail: 'Per e-mail',
  subject: (room) => `Riunione in ${room}`,
  text: (link) =>
    `Ecco l’invito a una riunione. Questo link la apre nel browser, senza bisogno di un account:\n\n${link}\n`,
  scan: 'Con la fotocamera di un telefono',
  code: 'Codice QR del link a questa stanza',
  meeting: 'Per una data',
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
  calendar: 'File per il calendario',
}

export const shortcuts: Words['shortcuts'] = {
  title: 'Tasti',
  off: 'I tasti singoli sono disattivati nelle impostazioni.',
  does: {
    microphone: 'Accendere o spegnere il microfono',
    camera: 'Accendere o spegnere la videocamera',
    share: 'Condividere uno schermo, o smettere',
    hand: 'Alzare o abbassare la mano',
    chat: 'Chat',
    people: 'Persone',
    layout: 'Cambiare la disposizione',
    fullScreen: 'Schermo intero',
    more: 'Altro',
    help: 'Questo elenco',
  },
  escape: 'Chiudere ciò che è aperto',
  send: 'Inviare un messaggio',
  line: 'Andare a capo in un messaggio',
  enter: 'Invio',
  shiftEnter: 'Maiusc + Invio',
}
