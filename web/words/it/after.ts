import type { Words } from '../words.ts'

export const after: Words['after'] = {
  left: {
    title: (room) => `Uscita da ${room}`,
    text: 'Il microfono e la videocamera sono spenti.',
  },
  locked: {
    title: 'Questa stanza è chiusa a chiave',
    text: 'Chi è dentro, o chi l’ha aperta per primo, può sbloccarla. Basta chiederlo, poi riprovare.',
  },
  turnedAway: {
    title: 'L’ingresso non è stato concesso',
    text: 'La moderazione non ha aperto la porta. Se è un errore, conviene sentire chi ha mandato l’invito.',
  },
  full: { title: 'Questa stanza è piena', text: 'Si può riprovare quando qualcuno sarà uscito.' },
  replaced: {
    title: 'Questa stanza è aperta in un’altra scheda',
    text: 'La chiamata continua lì. Si può anche riportarla qui.',
  },
  removed: {
    title: 'La moderazione ha deciso per l’uscita',
    text: 'Finché la stanza dura, non è possibile tornarci.',
  },
  outdated: {
    title: 'C’è una nuova versione di Essaim',
    text: 'Questa pagina è più vecchia della stanza. Per entrare occorre ricaricarla.',
  },
  busy: { title: 'Troppi tentativi in poco tempo', text: 'Basta aspettare un minuto, poi riprovare.' },
  failed: {
    title: 'Non è stato possibile aprire la stanza',
    text: 'La colpa è nostra. Si può riprovare fra un momento.',
  },
  comeBack: 'Tornare',
  tryAgain: 'Riprovare',
  here: 'Usare questa scheda',
  reload: 'Ricaricare la pagina',
  home: 'Un’altra stanza',
}
