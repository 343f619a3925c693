import type { Words } from '../words.ts'

export const door: Words['door'] = {
  title: 'Porta',
  creator: 'moderazione, ha aperto la stanza',
  state: {
    open: 'Aperta a chiunque abbia il link',
    password: 'Serve una password',
    lobby: 'Chi arriva aspetta in sala d’attesa',
    locked: 'Chiusa a chiave: non può entrare nessun altro',
  },

  passwordTitle: 'Questa stanza ha una password',
  passwordText: 'La conosce chi ha mandato l’invito.',
  password: 'Password',
  showPassword: 'Mostrare la password',
  problems: {
    'wrong-password': 'Non è quella giusta. Conviene controllare come è scritta, maiuscole comprese.',
    'too-many-tries': 'Sono molti tentativi di seguito. Prima del prossimo occorre aspettare un minuto.',
  },

  waitTitle: 'Sala d’attesa',
  waitText: 'Si entra appena qualcuno della moderazione apre la porta.',
  waitLong: 'Nessuno ha ancora aperto. Si può continuare ad aspettare, o avvisare chi ha mandato l’invito.',

  waiting: (count) =>
    count === 1 ? '1 persona aspetta di entrare' : `${count} persone aspettano di entrare`,
  knocked: (name) => `${name} aspetta di entrare`,
  see: 'Vedere chi è',
  since: (time) => `dalle ${time}`,
  nobodyWaits: 'Nessuno aspetta di entrare.',
  letIn: 'Far entrare',
  letInName: (name) => `Far entrare ${name}`,
  letAllIn: 'Far entrare tutti',
  refuse: 'Rifiutare',
  refuseName: (name) => `Rifiutare ${name}`,

  lobby: 'Sala d’attesa',
  lobbyHint: 'Chi arriva aspetta che la moderazione apra.',
  lock: 'Serratura',
  lockHint: 'Non può entrare nessun altro, nemmeno in sala d’attesa.',
  passwordHint: 'Chi arriva deve conoscerla. Chi è già nella stanza resta.',
  newPassword: 'Nuova password',
  setPassword: 'Impostare la password',
  changePassword: 'Cambiare',
  removePassword: 'Togliere',
  passwordIsSet: 'La stanza ha una password. Essaim non la conosce e non può mostrarla di nuovo.',
  /** For whoever opened the room, and for other moderators. */
  keeps:
    'Questa stanza è stata aperta da qui: dopo un primo incontro fra due persone, la porta resta come la si lascia per 30 giorni dopo l’ultima uscita.',
  keepsNot: 'Le modifiche fatte qui valgono finché non sono usciti tutti.',
  failed: 'Non ha funzionato. Si può riprovare.',
}
