import type { Words } from '../../../i18n/words.ts'

export const after: Words['after'] = {
  left: {
    title: (room) => `Hai lasciato ${room}`,
    text: 'Il microfono e la videocamera sono disattivati.',
  },
  locked: {
    title: 'Questa stanza è chiusa a chiave',
    text: 'Chi è dentro, o chi l’ha aperta per primo, può sbloccarla. Chiedi a loro, poi riprova.',
  },
  denied: {
    title: 'Non ti hanno fatto entrare',
    text: 'La moderazione non ha aperto la porta. Se pensi a un errore, senti chi ti ha mandato l’invito.',
  },
  full: { title: 'Questa stanza è piena', text: 'Riprova quando qualcuno sarà uscito.' },
  replaced: {
    title: 'Sei in questa stanza da un’altra scheda',
    text: 'La chiamata continua lì. Puoi anche riportarla qui.',
  },
  removed: {
    title: 'Ti hanno fatto uscire da questa stanza',
    text: 'Lo ha deciso la moderazione. Finché la stanza dura, non puoi tornarci.',
  },
  outdated: {
    title: 'C’è una nuova versione di Essaim',
    text: 'Questa pagina è più vecchia della stanza. Ricaricala per entrare.',
  },
  unfit: {
    title: 'Questa pagina e il sito non vanno d’accordo',
    text: 'Per una stanza cifrata devono essere tutti e due abbastanza recenti. Ricarica la pagina. Se non basta, è il sito che va aggiornato.',
  },
  busy: { title: 'Troppi tentativi in poco tempo', text: 'Aspetta un minuto, poi riprova.' },
  failed: {
    title: 'Non è stato possibile aprire la stanza',
    text: 'La colpa è nostra, non tua. Riprova fra un momento.',
  },
  comeBack: 'Rientra',
  tryAgain: 'Riprova',
  here: 'Usa questa scheda',
  reload: 'Ricarica la pagina',
  home: 'Un’altra stanza',
}
